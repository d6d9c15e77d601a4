import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ImportMetrics } from './importMetrics';
import { ImportReports, StoredReport } from './ImportReports';
import { readRegister, RegisterReading } from './readRegister';
import { RegisterConfig } from './readRegisterConfig';
import { RegisterSource } from './RegisterSource';

interface RegisterProviderOptions {
  register: Pick<RegisterConfig, 'id' | 'format' | 'mapping' | 'maxShrink'>;
  source: RegisterSource;
  reports: ImportReports;
  logger: LoggerService;
  metrics?: ImportMetrics;
  taskRunner: SchedulerServiceTaskRunner;
}

/** Keeps the entities of one register in the catalog. */
export class RegisterProvider implements EntityProvider {
  readonly #options: RegisterProviderOptions;

  private constructor(options: RegisterProviderOptions) {
    this.#options = options;
  }

  static create(options: RegisterProviderOptions): RegisterProvider {
    return new RegisterProvider(options);
  }

  getProviderName(): string {
    return `ai-system-register:${this.#options.register.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.taskRunner.run({
      id: this.getProviderName(),
      fn: () => this.#refresh(connection),
    });
  }

  /** A file that cannot be trusted changes nothing. What the catalog cannot do is thrown, for the scheduler to tell. */
  async #refresh(connection: EntityProviderConnection): Promise<void> {
    const { register, source, reports, logger, metrics } = this.#options;
    const before = await reports.find(register.id);
    const reading = await this.#read(before);
    if (typeof reading === 'string') {
      await reports.keep(register.id, reading, new Date().toISOString());
      metrics?.kept(register.id);
      logger.warn(
        `Register ${register.id} (${source.name}): ${reading} The catalog keeps what it has.`,
      );
      return;
    }
    const locationKey = this.getProviderName();
    await connection.applyMutation({
      type: 'full',
      entities: reading.entities.map(entity => ({ entity, locationKey })),
    });
    await reports.take(register.id, reading, new Date().toISOString());
    metrics?.taken(register.id, reading);
    const { rows, taken, refused, doubtful, groups, broken } = reading;
    const told = `Register ${register.id} (${source.name}): ${rows} rows, ${taken} AI systems in ${groups} groups, ${refused} refused, ${doubtful} doubtful`;
    if (broken) logger.warn(`${told}. ${broken}`);
    else logger.info(told);
  }

  /** A text says why a reading is not to be taken. */
  async #read(before: StoredReport): Promise<RegisterReading | string> {
    const { register, source } = this.#options;
    let reading: RegisterReading;
    try {
      reading = await readRegister(await source.open(), {
        mapping: register.mapping,
        format: register.format,
        id: register.id,
        location: source.location,
      });
    } catch (error) {
      return sentence(reasonOf(error));
    }
    return whyNotTaken(reading, before, register.maxShrink) ?? reading;
  }
}

/** Why a reading is not to take the place of the last one; undefined: it is. */
function whyNotTaken(
  reading: Pick<RegisterReading, 'rows' | 'taken' | 'broken'>,
  before: Pick<StoredReport, 'takenAt' | 'taken'>,
  maxShrink: number,
): string | undefined {
  if (reading.rows === 0) return 'The file has no rows.';
  if (before.takenAt === null) return undefined;
  if (reading.broken) return sentence(reading.broken);
  const lost = before.taken - reading.taken;
  // one alone is no sign of a damaged file, however short the register is
  if (lost > 1 && lost > before.taken * maxShrink) {
    return `Only ${reading.taken} AI systems came where there were ${before.taken}. If that is right, set maxShrink to 1 until it is read.`;
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'The file is not there';
  if (code === 'EISDIR') return 'It is a directory and not a file';
  if (error instanceof InputError) return message;
  return `It could not be read: ${code ?? message}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
