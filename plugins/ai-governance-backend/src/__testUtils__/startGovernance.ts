import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import {
  BackstageCredentials,
  coreServices,
  createBackendModule,
  createServiceFactory,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { Control } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceControlsExtensionPoint } from 'backstage-plugin-ai-governance-node';
import { Knex } from 'knex';
import request from 'supertest';
import { Clock } from '../database/clock';
import { createAiGovernancePlugin } from '../plugin';
import { examplePolicy } from './examplePolicy';

const userOf = ({ principal }: BackstageCredentials) =>
  (principal as { userEntityRef?: string }).userEntityRef;

/** A catalog whose entities a test changes, and shows to some only. Plugins see every one; the token of a pipeline is not for it. */
export class TestCatalog {
  /** What is asked in its place, such as one that is not there. */
  instead?: CatalogClient;

  constructor(
    public entities: Entity[],
    public visible: (user: string, entity: Entity) => boolean = () => true,
  ) {}

  service() {
    const as = ({ credentials }: { credentials: BackstageCredentials }) => {
      const { subject = '' } = credentials.principal as { subject?: string };
      if (subject.startsWith('external:')) {
        throw new NotAllowedError(`The token of ${subject} is not for this`);
      }
      if (this.instead) return this.instead;
      const user = userOf(credentials);
      return catalogServiceMock({
        entities: this.entities.filter(
          entity => !user || this.visible(user, entity),
        ),
      });
    };
    return catalogServiceMock.mock({
      getEntityByRef: async (ref, options) =>
        as(options as any).getEntityByRef(ref),
      getEntitiesByRefs: async (req, options) =>
        as(options as any).getEntitiesByRefs(req),
      getEntities: async (req, options) => as(options as any).getEntities(req),
      queryEntities: async (req, options) =>
        as(options as any).queryEntities(req),
      streamEntities: (req, options) => as(options as any).streamEntities(req),
    });
  }
}

export interface Governance {
  /** As a user; `user:default/mock` unless told. */
  get(path: string, options?: As): request.Test;
  post(path: string, body?: object, options?: As): request.Test;
  /** Invokes an action of the plugin, as another plugin does for a user. */
  act(name: string, input?: object, options?: As): request.Test;
  /** One sweep of the catalog, as the scheduler runs it. */
  sweep(): Promise<void>;
  /** Reads the files of all subjects, as the scheduler runs it. */
  readRecords(): Promise<void>;
  /** Signs the ends of the ledger, as the scheduler runs it. */
  checkpoint(): Promise<void>;
  /** What the auditor was told, `record-append succeeded`, with its meta. */
  audit: { event: string; meta?: JsonObject }[];
  signals: jest.Mock;
  /** Tells people what they have to do, as the scheduler runs it; what was sent is in `notifications`. */
  tell(): Promise<void>;
  notifications: jest.Mock;
  stop(): Promise<void>;
}
interface As {
  user?: string;
  headers?: Record<string, string>;
}

/** The plugin as a backend starts it, on a database of the test. */
export async function startGovernance(options: {
  knex: Knex;
  catalog: TestCatalog;
  clock?: Clock;
  config?: JsonObject;
  /** What a module adds to the controls of the suite. */
  controls?: Control[];
  /** What addresses are read with; by default nothing is there. */
  urlReader?: UrlReaderService;
  /** What a user is allowed; by default everything. */
  decide?: (user: string, permission: Permission) => PolicyDecision;
}): Promise<Governance> {
  const scheduler = mockServices.scheduler();
  const audit: Governance['audit'] = [];
  const signals = jest.fn(async () => {});
  const notifications = jest.fn(async () => {});

  const decide = async (
    requests: { permission: Permission }[],
    { credentials }: { credentials: BackstageCredentials },
  ) =>
    requests.map(({ permission }) => {
      const user = userOf(credentials);
      return user && options.decide
        ? options.decide(user, permission)
        : ({ result: AuthorizeResult.ALLOW } as const);
    });
  const permissions = mockServices.permissions.mock({
    authorize: decide as any,
    authorizeConditional: decide as any,
  });
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, meta }) => ({
      success: async end => {
        audit.push({
          event: `${eventId} succeeded`,
          meta: { ...meta, ...end?.meta },
        });
      },
      fail: async ({ error }) => {
        audit.push({
          event: `${eventId} failed`,
          meta: { ...meta, error: error.name },
        });
      },
    }),
  });

  const backend = await startTestBackend({
    features: [
      createAiGovernancePlugin({ clock: options.clock }),
      createBackendModule({
        pluginId: 'ai-governance',
        moduleId: 'controls-of-the-test',
        register(reg) {
          reg.registerInit({
            deps: { controls: aiGovernanceControlsExtensionPoint },
            async init({ controls }) {
              controls.addControl(...(options.controls ?? []));
            },
          });
        },
      }),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: options.config ?? {
          aiGovernance: { policy: examplePolicy as unknown as JsonObject },
        },
      }),
      permissions.factory,
      actionsRegistryServiceFactory,
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => options.urlReader ?? mockServices.urlReader.mock(),
      }),
      auditor.factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => options.catalog.service(),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: signals }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: notifications }),
      }),
    ],
  });

  const send = (method: 'get' | 'post', path: string, as: As = {}) =>
    request(backend.server)
      [method](`/api/ai-governance${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(as.user ?? 'user:default/mock'),
      )
      .set(as.headers ?? {});
  return {
    get: (path, as) => send('get', path, as),
    post: (path, body, as) =>
      body ? send('post', path, as).send(body) : send('post', path, as),
    act: (name, input = {}, as) =>
      send(
        'post',
        `/.backstage/actions/v1/actions/ai-governance:${name}/invoke`,
        as,
      ).send(input),
    sweep: () => scheduler.triggerTask('inventory-sweep'),
    readRecords: () => scheduler.triggerTask('records-as-code'),
    checkpoint: () => scheduler.triggerTask('ledger-checkpoint'),
    audit,
    signals,
    tell: () => scheduler.triggerTask('notices'),
    notifications,
    stop: () => backend.stop(),
  };
}

/** Asks until the answer is as it should be; fails with the last answer when it is not in time. */
export async function eventually<T>(
  ask: () => Promise<T>,
  check: (answer: T) => void,
  withinMs = 1000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    try {
      check(answer);
      return answer;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(done => setTimeout(done, 25));
    }
  }
}
