import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  recordFormSchema,
  RecordType,
} from 'backstage-plugin-ai-governance-common';

type Data = Record<string, unknown>;

/** The fields of a type that only the system writes. */
const systemFields = (type: RecordType): string[] =>
  Object.entries(
    (recordFormSchema(type).properties ?? {}) as Record<string, Data>,
  ).flatMap(([field, { filledIn }]) => (filledIn === 'system' ? [field] : []));

/**
 * What an author states, with what the system had filled in before: leaving it out takes nothing away.
 *
 * @param previous - data of the revision that it comes after; null when erased
 * @throws InputError naming every field that the author filled in otherwise
 */
export function withFilledIn(
  type: RecordType,
  data: Data,
  previous: Data | null | undefined,
): Data {
  const before = previous ?? {};
  const fields = systemFields(type);
  const wrong = fields.filter(
    field =>
      data[field] !== undefined &&
      canonicalJson({ is: data[field] }) !==
        canonicalJson({ is: before[field] }),
  );
  if (wrong.length > 0) {
    throw new InputError(
      wrong
        .map(field => `data.${field}: is filled in by the system`)
        .join('; '),
    );
  }
  const kept = fields.filter(field => before[field] !== undefined);
  return { ...data, ...Object.fromEntries(kept.map(f => [f, before[f]])) };
}
