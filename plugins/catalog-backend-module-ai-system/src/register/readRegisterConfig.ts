import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { jsonPath } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { readSchedule } from '../readSchedule';
import { Mapping } from './mappingSchema';
import { CsvFormat, encodings } from './readCsv';
import { readMapping } from './readMapping';
import { SourceConfig } from './RegisterSource';

const root = 'catalog.providers.aiSystemRegister';

/** A register as configured. */
export interface RegisterConfig {
  id: string;
  /** Of the register in the configuration. */
  path: string;
  source: SourceConfig;
  format: CsvFormat;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Share of the AI systems that may be missing from one reading to the next. */
  maxShrink: number;
  mapping: Mapping;
}

const registerSchema = z.strictObject({
  source: z.union(
    [
      z.strictObject({
        file: z.string().min(1),
        root: z.string().min(1).optional(),
      }),
      z.strictObject({
        url: z
          .url({ protocol: /^https?$/ })
          .refine(url => !/@/.test(new URL(url).href.split('/')[2]), {
            error: 'must not hold credentials; they belong into `integrations`',
          }),
      }),
    ],
    { error: 'must be { file, root? } or { url }' },
  ),
  encoding: z.enum(encodings).default('utf-8'),
  delimiter: z
    .string()
    .length(1, 'must be one character')
    .refine(text => !/["\r\n]/.test(text), {
      error: 'must not be a quote or a line break',
    })
    .default(','),
  maxShrink: z.number().min(0).max(1).default(0.1),
  // each has a reader of its own
  schedule: z.unknown().optional(),
  mapping: z.unknown(),
});

const registersSchema = z.record(
  z
    .string()
    .regex(
      /^[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*$/,
      'must be an id: letters and digits, parted by hyphens or underscores',
    )
    .max(63),
  registerSchema,
);

/**
 * The registers of `catalog.providers.aiSystemRegister`.
 *
 * @throws InputError with the path of what is wrong
 */
export function readRegisterConfigs(config: Config): RegisterConfig[] {
  const input = config.getOptional(root);
  if (input === undefined) return [];
  const parsed = registersSchema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .flatMap(issue =>
          issue.code === 'unrecognized_keys'
            ? issue.keys.map(
                key => `${jsonPath([root, ...issue.path, key])}: is not known`,
              )
            : [`${jsonPath([root, ...issue.path])}: ${issue.message}`],
        )
        .join('; '),
    );
  }
  return Object.entries(parsed.data).map(([id, register]) => {
    const path = `${root}.${id}`;
    return {
      id,
      path,
      source: register.source,
      format: { encoding: register.encoding, delimiter: register.delimiter },
      maxShrink: register.maxShrink,
      schedule: readSchedule(config, `${path}.schedule`, {
        frequency: { hours: 1 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 3 },
      }),
      mapping: readMapping(register.mapping, `${path}.mapping`),
    };
  });
}
