import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  Materiality,
  RecordType,
  validateRecord,
} from 'backstage-plugin-ai-governance-common';
import { Append } from './Ledger';
import { notAnInstant, parseInstant } from './parseInstant';
import { unstorableText } from './storableText';

/** An append that is right in itself; whether it fits the stream is seen under the lock. */
export interface CheckedAppend {
  type: RecordType;
  /** Canonical JSON, with the schema's defaults filled in. */
  data: string;
  recordId: string | undefined;
  baseRevision: number | undefined;
  author: string;
  materiality: Materiality;
  materialityReason: string | null;
  effectiveAt: string | undefined;
}

/**
 * Checks all of an append that needs no database.
 *
 * @throws InputError naming every path that is wrong, those of the data as `data.…`
 */
export function checkAppend(
  types: readonly RecordType[],
  input: Append,
): CheckedAppend {
  const type = types.find(t => t.type === input.type);
  if (!type) {
    throw new InputError(
      `type: there is no record type ${JSON.stringify(
        input.type,
      )}; use one of ${types.map(t => t.type).join(', ')}`,
    );
  }
  if (type.type === 'redaction') {
    throw new InputError(
      'type: a redaction is written by erasing the data of a revision, not by an append',
    );
  }

  const problems = [
    ...unstorableText('data', input.data),
    ...unstorableText('author', input.author),
    ...unstorableText('materialityReason', input.materialityReason),
    ...unstorableText('recordId', input.recordId),
    ...otherProblems(input),
  ];
  const effectiveAt =
    input.effectiveAt === undefined
      ? undefined
      : parseInstant(input.effectiveAt);
  if (input.effectiveAt !== undefined && effectiveAt === undefined)
    problems.push(notAnInstant('effectiveAt', input.effectiveAt));
  let data = '';
  const validated = validateRecord(type, input.data);
  if (validated.ok) {
    try {
      data = canonicalJson(validated.data);
    } catch {
      problems.push('data: cannot be written as JSON');
    }
  } else {
    problems.push(
      ...validated.issues.map(
        ({ path, message }) => `data${path && `.${path}`}: ${message}`,
      ),
    );
  }
  if (problems.length) throw new InputError(problems.join('; '));
  return {
    type,
    data,
    recordId: input.recordId,
    baseRevision: input.baseRevision,
    author: input.author,
    materiality: input.materiality ?? 'material',
    materialityReason: input.materialityReason ?? null,
    effectiveAt,
  };
}

function otherProblems(input: Append): string[] {
  const problems: string[] = [];
  const { materiality = 'material', baseRevision } = input;
  if (input.author.length < 1 || input.author.length > 512)
    problems.push('author: must have 1 to 512 characters');
  if (!['material', 'routine'].includes(materiality))
    problems.push('materiality: must be material or routine');
  if (materiality === 'routine' && !input.materialityReason?.trim())
    problems.push(
      'materialityReason: say why this is routine and not material',
    );
  if (
    baseRevision !== undefined &&
    !(Number.isInteger(baseRevision) && baseRevision >= 1)
  )
    problems.push('baseRevision: must be a whole number from 1');
  return problems;
}
