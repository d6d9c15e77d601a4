import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { REGISTRATIONS_TOPIC } from 'backstage-plugin-ai-governance-common';
import { entityOfRegistration } from './entityOfRegistration';
import { RegistrationsSource } from './RegistrationsSource';

interface RegistrationsProviderOptions {
  source: RegistrationsSource;
  events: EventsService;
  logger: LoggerService;
  taskRunner: SchedulerServiceTaskRunner;
  /** Where the portal is. */
  baseUrl?: string;
}

/** Keeps in the catalog what was registered in the portal: read when an event says so, and on a schedule in case one was missed. */
export class RegistrationsProvider implements EntityProvider {
  readonly #options: RegistrationsProviderOptions;
  #running?: Promise<void>;
  #waiting?: Promise<void>;

  private constructor(options: RegistrationsProviderOptions) {
    this.#options = options;
  }

  static create(options: RegistrationsProviderOptions): RegistrationsProvider {
    return new RegistrationsProvider(options);
  }

  getProviderName(): string {
    return 'ai-system-registrations';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { events, taskRunner } = this.#options;
    const name = this.getProviderName();
    await events.subscribe({
      id: name,
      topics: [REGISTRATIONS_TOPIC],
      onEvent: () => this.#soon(connection),
    });
    await taskRunner.run({ id: name, fn: () => this.#soon(connection) });
  }

  /** One reading at a time; what is asked for meanwhile is one more reading, begun after this one. */
  #soon(connection: EntityProviderConnection): Promise<void> {
    if (!this.#running) return this.#start(connection);
    this.#waiting ??= this.#running.then(() => {
      this.#waiting = undefined;
      return this.#start(connection);
    });
    return this.#waiting;
  }

  #start(connection: EntityProviderConnection): Promise<void> {
    const started = this.#refresh(connection).finally(() => {
      this.#running = undefined;
    });
    this.#running = started;
    return started;
  }

  /** What cannot be read whole changes nothing: the catalog keeps what it has. */
  async #refresh(connection: EntityProviderConnection): Promise<void> {
    const { source, logger, baseUrl } = this.#options;
    const locationKey = this.getProviderName();
    let entities;
    try {
      entities = (await source.all()).flatMap(
        registration => entityOfRegistration(registration, baseUrl) ?? [],
      );
    } catch (error) {
      logger.warn(
        `Registrations could not be read, the catalog keeps what it has: ${
          error instanceof Error ? error.message : error
        }`,
      );
      return;
    }
    try {
      await connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey })),
      });
    } catch (error) {
      logger.error(
        'The catalog could not take the registrations; they are read again on schedule',
        error as Error,
      );
    }
  }
}
