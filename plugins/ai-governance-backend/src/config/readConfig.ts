import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  Control,
  controlIds,
  controls as suiteControls,
  defaultScorecards,
  definedControl,
  GovernancePolicy,
  jsonPath,
  ModelFeed,
  modelFeedSchema,
  MonitoringAspect,
  NamedScorecardDefinition,
  monitoringAspects,
  policySchemaFor,
  governsBy,
} from 'backstage-plugin-ai-governance-common';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AspectRule } from '../monitoring/aspects';
import { CheckpointsConfig, checkpointsSchema } from './checkpointsSchema';
import { controlsSchemaFor, idsGiven, refusedPrefix } from './controlsSchema';
import { scorecardsSchemaFor } from './scorecardsSchema';
import { scheduleSchema } from './scheduleSchema';
import { foundBecause } from './foundBecause';
import { fieldsAskedBy, subjectsSchema } from './subjectsSchema';

const root = 'aiGovernance';

const aspect = z.enum(
  Object.keys(monitoringAspects) as [MonitoringAspect, ...MonitoringAspect[]],
);

/**
 * Everything that may stand below `aiGovernance`. `config.d.ts` here and in the common package say the same to the config loader.
 *
 * @param known - ids of the controls that there are
 * @param given - ids of those that the configuration adds
 */
const configSchemaFor = (known: readonly string[], given: readonly string[]) =>
  z.strictObject({
    policy: policySchemaFor([...known, ...given]),
    controls: controlsSchemaFor(known).optional(),
    scorecards: scorecardsSchemaFor([...known, ...given]).optional(),
    subjects: subjectsSchema.optional(),
    inventory: z
      .strictObject({ schedule: scheduleSchema.optional() })
      .optional(),
    discovery: subjectsSchema.optional(),
    models: modelFeedSchema.optional(),
    monitoring: z
      .strictObject({
        aspects: z
          .array(z.strictObject({ name: z.string().min(1), aspect }))
          .optional(),
      })
      .optional(),
    notices: z
      .strictObject({
        enabled: z.boolean().optional(),
        schedule: scheduleSchema.optional(),
      })
      .optional(),
    verification: z
      .strictObject({
        enabled: z.boolean().optional(),
        schedule: scheduleSchema.optional(),
      })
      .optional(),
    checkpoints: checkpointsSchema.optional(),
    recordsAsCode: z
      .strictObject({
        roots: z.array(z.string().min(1)).optional(),
        schedule: scheduleSchema.optional(),
      })
      .optional(),
  });

export const configSchema = configSchemaFor(controlIds, []);

export interface GovernanceConfig {
  policy: GovernancePolicy;
  /** What subjects are judged by: those of the suite, those that are added in code, those that the configuration defines. */
  controls: readonly Control[];
  /** Scorecards that have a name. */
  scorecards: readonly NamedScorecardDefinition[];
  subjects: {
    /** Which entities are subjects. */
    governs: (entity: Entity) => boolean;
    /** Fields of an entity that the configured predicate asks for. */
    governedBy: string[];
  };
  /** When the catalog is swept; one sweep at a time for all backends together. */
  sweepSchedule: SchedulerServiceTaskScheduleDefinition;
  /** What AI looks like in the catalog that nobody has registered; undefined: it is not looked for. */
  discovery:
    | {
        discovers: (entity: Entity) => string | undefined;
        discoveredBy: string[];
      }
    | undefined;
  /** When providers retire their models; undefined: there is no feed. */
  modelFeed: ModelFeed | undefined;
  /** Which aspects alerts and metrics of tools are about, by their names; the first that names one counts. */
  aspects: AspectRule[];
  /** When people are told what they have to do, by one backend at a time; undefined: never. */
  noticesSchedule: SchedulerServiceTaskScheduleDefinition | undefined;
  /** When the ledger is verified as a whole, by one backend at a time; undefined: only when somebody asks. */
  verificationSchedule: SchedulerServiceTaskScheduleDefinition | undefined;
  /** How the heads of all streams are signed. */
  checkpoints: CheckpointsConfig & {
    /** When, by one backend at a time; undefined: never. */
    schedule: SchedulerServiceTaskScheduleDefinition | undefined;
  };
  /** Documents that are kept in files. */
  recordsAsCode: {
    /** Absolute paths of the folders on disk below which files are read. */
    roots: string[];
    /** When the files of all subjects are read, by one backend at a time. */
    schedule: SchedulerServiceTaskScheduleDefinition;
  };
}

const wrongIn = (error: z.ZodError) =>
  error.issues
    .flatMap(issue => {
      const path = [root, ...issue.path];
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map(
            key =>
              `${jsonPath([...path, key])}: is not a key that is known here`,
          )
        : [`${jsonPath(path)}: ${issue.message}`];
    })
    .join('; ');

/**
 * The plugin's part of the configuration.
 *
 * @param added - controls beside those of the suite
 * @throws InputError naming the path of everything that is wrong or not known, or the ids of added controls that are there twice
 * or are the suite's to give
 */
export function readConfig(
  config: Config,
  added: readonly Control[] = [],
): GovernanceConfig {
  const given = config.getOptional<any>(root) ?? {};
  if (given.policy === undefined) {
    throw new InputError(
      `There is no governance policy: set ${root}.policy in the configuration, for example to { $include: ./governance-policy.yaml }.`,
    );
  }
  const ids = [...controlIds, ...added.map(({ id }) => id)];
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (twice.length > 0) {
    throw new InputError(
      `Controls that a module adds have ids that there are already: ${twice.join(
        ', ',
      )}.`,
    );
  }
  const refused = added.flatMap(({ id }) => {
    const wrong = refusedPrefix(id);
    return wrong ? [`${id}: ${wrong}`] : [];
  });
  if (refused.length > 0) {
    throw new InputError(
      `Controls that a module adds cannot be called so: ${refused.join('; ')}.`,
    );
  }
  const parsed = configSchemaFor(ids, idsGiven(given.controls)).safeParse(
    given,
  );
  if (!parsed.success) {
    throw new InputError(
      `The configuration of AI governance is not valid: ${wrongIn(
        parsed.error,
      )}`,
    );
  }
  const { policy, subjects, models, monitoring, notices, recordsAsCode } =
    parsed.data;
  const { verification, checkpoints } = parsed.data;
  return {
    policy,
    controls: [
      ...suiteControls,
      ...added,
      ...(parsed.data.controls ?? []).map(definedControl),
    ],
    scorecards: parsed.data.scorecards ?? defaultScorecards,
    subjects: {
      governs: governsBy(subjects),
      governedBy: fieldsAskedBy(subjects),
    },
    discovery: parsed.data.discovery
      ? {
          discovers: foundBecause(parsed.data.discovery),
          discoveredBy: fieldsAskedBy(parsed.data.discovery),
        }
      : undefined,
    modelFeed: models,
    aspects: monitoring?.aspects ?? [],
    sweepSchedule: taskSchedule(
      config.getOptionalConfig(`${root}.inventory.schedule`),
      {
        frequency: { seconds: 30 },
        timeout: { minutes: 5 },
        // by then the catalog has its first entities
        initialDelay: { seconds: 3 },
      },
    ),
    noticesSchedule:
      notices?.enabled === false
        ? undefined
        : taskSchedule(config.getOptionalConfig(`${root}.notices.schedule`), {
            frequency: { minutes: 10 },
            timeout: { minutes: 10 },
            // by then what the first sweep found is judged
            initialDelay: { minutes: 1 },
          }),
    verificationSchedule:
      verification?.enabled === false
        ? undefined
        : taskSchedule(
            config.getOptionalConfig(`${root}.verification.schedule`),
            {
              frequency: { hours: 24 },
              timeout: { hours: 1 },
              // not among all that a start has to do
              initialDelay: { minutes: 10 },
            },
          ),
    checkpoints: {
      key: checkpoints?.signingKey,
      retired: checkpoints?.retiredKeys ?? [],
      file: checkpoints?.file && resolve(checkpoints.file),
      log: checkpoints?.log ?? false,
      schedule:
        checkpoints?.enabled === false
          ? undefined
          : taskSchedule(
              config.getOptionalConfig(`${root}.checkpoints.schedule`),
              {
                frequency: { hours: 24 },
                timeout: { minutes: 30 },
                // by then the first sweep has its profiles in the ledger
                initialDelay: { minutes: 5 },
              },
            ),
    },
    recordsAsCode: {
      roots: (recordsAsCode?.roots ?? []).map(path => resolve(path)),
      schedule: taskSchedule(
        config.getOptionalConfig(`${root}.recordsAsCode.schedule`),
        {
          frequency: { minutes: 10 },
          timeout: { minutes: 10 },
          // by then the first sweep has found whom to read for
          initialDelay: { seconds: 20 },
        },
      ),
    },
  };
}

function taskSchedule(
  configured: Config | undefined,
  byDefault: SchedulerServiceTaskScheduleDefinition,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = configured
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
    : byDefault;
  return {
    ...schedule,
    initialDelay: schedule.initialDelay ?? byDefault.initialDelay,
    scope: 'global',
  };
}
