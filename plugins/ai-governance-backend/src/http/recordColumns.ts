import {
  recordFormSchema,
  RecordType,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { CsvColumn } from './csv';

const cell = (value: unknown) =>
  value === undefined || typeof value === 'string' || typeof value === 'number'
    ? value
    : JSON.stringify(value);

/** What every record says in a list as CSV. */
export const revisionCsvColumns: CsvColumn<
  RevisionView & { summary: string }
>[] = [
  { header: 'recordId', value: e => e.recordId },
  { header: 'revision', value: e => e.revision },
  { header: 'summary', value: e => e.summary },
  { header: 'author', value: e => e.author },
  { header: 'materiality', value: e => e.materiality },
  { header: 'effectiveAt', value: e => e.effectiveAt },
  { header: 'recordedAt', value: e => e.recordedAt },
];

/** A column a field of the type; what is no text and no number as JSON. */
export const dataColumns = (
  type: RecordType,
): CsvColumn<Pick<RevisionView, 'data'>>[] =>
  Object.keys((recordFormSchema(type).properties ?? {}) as object).map(
    field => ({
      header: `data.${field}`,
      value: e => cell(e.data?.[field]),
    }),
  );
