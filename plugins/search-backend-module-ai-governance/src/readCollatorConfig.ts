import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { Permission } from '@backstage/plugin-permission-common';
import { subjectReadPermission } from 'backstage-plugin-ai-governance-common';

const key = 'search.collators.aiGovernance';

export interface CollatorConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Address of an entity's page, with `:namespace`, `:kind` and `:name`. */
  locationTemplate: string;
  /** Who may find: the narrower of the two permissions that reading takes, as the search platform asks for one. */
  visibleBy: Permission;
}

const permissions = [catalogEntityReadPermission, subjectReadPermission];

/** @throws InputError that names the key */
export function readCollatorConfig(root: RootConfigService): CollatorConfig {
  const config = root.getOptionalConfig(key);
  const name =
    config?.getOptionalString('visibleBy') ?? catalogEntityReadPermission.name;
  const visibleBy = permissions.find(p => p.name === name);
  if (!visibleBy) {
    throw new InputError(
      `${key}.visibleBy: must be ${permissions
        .map(p => p.name)
        .join(' or ')}, not ${name}`,
    );
  }
  return {
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : {
          frequency: { minutes: 10 },
          timeout: { minutes: 15 },
          initialDelay: { seconds: 30 },
        },
    locationTemplate:
      config?.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name',
    visibleBy,
  };
}
