import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { tracingServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { aiGovernanceControlsExtensionPoint } from 'backstage-plugin-ai-governance-node';
import createKnex, { Knex } from 'knex';
import { aiGovernancePlugin } from '../plugin';
import { acknowledge, untilKilled } from './untilKilled';

// A backend to be killed, in a process of its own: the plugin with the real scheduler, HTTP and clock. It says where it listens, which tasks
// it runs, whom it notifies, that it signals, and that it holds what it will never end to evaluate.

export interface RealBackendSettings {
  config: Knex.Config;
  entities: Entity[];
  /** Configuration. */
  data: any;
  /** The name of the subject whose evaluation never ends here. */
  stallsAt?: string;
}

const instead = (service: any, what: unknown) =>
  createServiceFactory({ service, deps: {}, factory: () => what as any });

/** Stands still, as a process does whose machine has no time for it. */
const stall = () =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);

untilKilled(
  async ({ config, entities, data, stallsAt }: RealBackendSettings) => {
    const backend = await startTestBackend({
      features: [
        aiGovernancePlugin,
        createBackendModule({
          pluginId: 'ai-governance',
          moduleId: 'control-that-stalls',
          register(reg) {
            reg.registerInit({
              deps: { controls: aiGovernanceControlsExtensionPoint },
              async init({ controls }) {
                controls.addControl({
                  ...{
                    id: 'REAL-01',
                    version: 1,
                    family: 'DOC',
                    level: 'bronze',
                  },
                  title: 'Is evaluated',
                  holdsWhen: 'it is',
                  appliesTo: 'all',
                  references: [],
                  remediation: { label: 'Wait', place: 'source' },
                  evaluate: context => {
                    const purpose = context.document<{ purpose?: string }>(
                      'intended-use',
                    )?.data?.purpose;
                    if (stallsAt && purpose === stallsAt) {
                      acknowledge({ holds: purpose });
                      stall();
                    }
                    return { state: 'pass', reason: `Purpose: ${purpose}` };
                  },
                });
              },
            });
          },
        }),
        mockServices.database.factory({ knex: createKnex(config) }),
        mockServices.rootConfig.factory({ data }),
        schedulerServiceFactory,
        instead(catalogServiceRef, catalogServiceMock({ entities })),
        instead(coreServices.auditor, {
          createEvent: async () => ({
            success: async () => {},
            fail: async () => {},
          }),
        }),
        instead(tracingServiceRef, {
          startActiveSpan: (name: string, ...rest: any[]) => {
            acknowledge({
              runs: name.replace('ai-governance ', ''),
              at: Date.now(),
            });
            return rest.at(-1)({});
          },
        }),
        instead(signalsServiceRef, {
          publish: async () => acknowledge({ signals: true, at: Date.now() }),
        }),
        instead(notificationService, {
          send: async ({ recipients }: any) =>
            acknowledge({ tells: recipients }),
        }),
      ],
    });
    acknowledge({ port: backend.server.port() });
  },
);
