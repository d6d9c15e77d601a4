import {
  recordFormSchema,
  RecordType,
  recordTypes,
  validateRecord,
} from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { fromJsonSchema } from './fromJsonSchema';
import { nastyTexts } from './nasty';

/** What is sent to write, and what of the path only the database knows. */
export interface Write {
  operation: string;
  path: string;
  body: object;
  /** Of a revision: the record type, whose latest in the stream is looked up when it is sent. */
  revises?: { type: string; shape: RecordType['shape']; nth?: number };
}

export const systems = ['card-limits', 'income', 'reply-drafts'];
const system = fc.constantFrom(...systems);
const ref = system.map(name => `aisystem:default/${name}`);
const owner = fc.constantFrom('group:default/lending', 'user:default/dana');
const mock = 'user:default/mock';

const dayMs = 24 * 60 * 60 * 1000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const past = fc
  .nat(300)
  .map(days => dayOf(Date.parse('2025-01-01') + days * dayMs));
const before = past.map(day => day.replace('2025', '2024'));
const coming = fc.nat(200).map(days => dayOf(Date.now() + (30 + days) * dayMs));

/** Texts of who looks for a way in, and of the world, that may stand in a record: neither NUL nor half a character. */
export const hostileTexts = nastyTexts.filter(
  one => !/\0|\p{Surrogate}/u.test(one) && one.length <= 2000,
);
const words = fc.oneof(
  fc.constantFrom(...hostileTexts.filter(one => /^\S.*\S$/.test(one))),
  fc.string({ unit: 'grapheme-ascii', minLength: 2, maxLength: 20 }),
);

/** By the name of the field, where the schema does not say what goes together. */
const known: Record<string, fc.Arbitrary<unknown>> = {
  ...{ from: past, effectiveFrom: past, completed: past, issued: past },
  ...{ detected: past, occurred: before, heldOn: past, testedOn: past },
  ...{ to: coming, until: coming, expires: coming, effectiveUntil: coming },
  ...{ nextBy: coming, due: coming, generatedAt: past, doneOn: past },
  ...{ owner, accountable: fc.constant('user:default/dana') },
  control: fc.constantFrom('DOC-01', 'DOC-03', 'RISK-01', 'OPS-01'),
  requirement: fc.constantFrom('A.8.3', 'A.6.2.6', '6.1.3', 'Art. 10'),
  annexIII: fc.constantFrom('employment', 'education'),
  version: fc.constant('2026.1'),
};

/** Stands for the id of the first record of a type in the stream, which only the database knows. */
const recordRef = (type = 'incident') => `record of ${type}`;
export const recordRefPattern = /"record of ([a-z-]+)"/g;

/** Without what the system fills in, and nobody may send. */
function authored(schema: any): any {
  if (Array.isArray(schema)) return schema.map(authored);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { properties, ...rest } = schema;
  const kept = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, authored(value)]),
  );
  if (!properties) return kept;
  return {
    ...kept,
    properties: Object.fromEntries(
      Object.entries<any>(properties)
        .filter(([, field]) => field?.filledIn !== 'system')
        .map(([key, field]) => [key, authored(field)]),
    ),
  };
}

/** Data of a type as its own schema takes them. */
function dataOf(type: RecordType, more: typeof known = {}) {
  return fromJsonSchema(
    authored(recordFormSchema(type)),
    { ...known, ...more },
    { texts: hostileTexts, recordRef },
  ).filter(data => validateRecord(type, data).ok) as fc.Arbitrary<object>;
}

const ofPeople = recordTypes.filter(
  ({ writtenBy, type }) => writtenBy === 'people' && type !== 'registration',
);

/** Appends of each type into a stream of its kind; documents are revised, entries begun or revised. */
function appends(): fc.Arbitrary<Write>[] {
  return ofPeople.map(type => {
    const kind = type.streams[0];
    const data =
      type.type === 'delegation'
        ? dataOf(type, { to: fc.constant('user:default/dana') })
        : dataOf(type);
    const person =
      type.type === 'training'
        ? fc.constant('user:default/dana')
        : fc.constant(mock);
    const stream = {
      subject: ref,
      person,
      organization: fc.constant('organization'),
      team: ref,
    }[kind];
    return fc
      .record({
        stream,
        data,
        nth: fc.option(fc.nat(5), { freq: 2 }),
        routine: fc.boolean(),
        why: words,
      })
      .map(({ stream: of, data: sent, nth, routine, why }): Write => {
        const path = {
          subject: `/subjects/${of.replace(':', '/')}/records`,
          person: `/people/${of.replace('user:', '')}/records`,
          organization: '/organization/records',
          team: '',
        }[kind];
        return {
          operation: `append ${type.type}`,
          path,
          body: {
            type: type.type,
            data: sent,
            ...(routine &&
              type.shape === 'document' && {
                materiality: 'routine',
                materialityReason: why,
              }),
          },
          ...((type.shape === 'document' || nth !== null) && {
            revises: {
              type: type.type,
              shape: type.shape,
              ...(nth !== null && { nth }),
            },
          }),
        };
      });
  });
}

const write = (
  operation: string,
  path: string,
  body: fc.Arbitrary<object>,
): fc.Arbitrary<Write> => body.map(sent => ({ operation, path, body: sent }));

const registrationType = recordTypes.find(t => t.type === 'registration')!;

const registers = write(
  'register-system',
  '/registrations',
  dataOf(registrationType, {
    name: fc.stringMatching(/^[a-z][a-z0-9-]{3,20}[a-z0-9]$/),
    status: fc.constant('registered'),
  }).map(data => ({ data: { ...data, status: 'registered' } })),
);

const measures = fc.array(
  fc.record({
    name: words,
    value: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 3 },
);
const reports = write(
  'report-monitoring',
  '/monitoring/reports',
  fc
    .array(
      fc.record({
        subject: ref,
        source: words,
        period: past.map(day => ({ from: day, to: day })),
        drift: fc.record({ found: words, measures }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map(list => ({ reports: list })),
);
const alerts = write(
  'report-alerts',
  '/monitoring/alertmanager',
  fc
    .array(
      fc.record({
        status: fc.constantFrom('firing', 'resolved'),
        labels: fc.record({ alertname: words, ai_system: ref }),
        annotations: fc.record({ summary: words, description: words }),
        startsAt: past.map(day => `${day}T00:00:00Z`),
        fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map(list => ({ version: '4', alerts: list })),
);
const evidently = write(
  'report-evidently',
  '/monitoring/evidently',
  fc.record({
    metrics: fc.array(fc.record({ metric_name: words, value: fc.nat(1000) }), {
      minLength: 1,
      maxLength: 3,
    }),
    metadata: ref.map(of => ({ ai_system: of })),
    timestamp: past.map(day => `${day}T12:00:00Z`),
  }),
);

const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;
const completions = write(
  'upload-completions',
  '/training/completions',
  fc
    .array(fc.tuple(owner, words, past), { minLength: 1, maxLength: 5 })
    .map(rows => ({
      csv: [
        'person,course,completed',
        ...rows.map(
          ([, course, day]) => `user:default/dana,${quoted(course)},${day}`,
        ),
      ].join('\n'),
    })),
);
const sheets = write(
  'import-records',
  '/bulk/records',
  fc.array(fc.tuple(ref, words), { minLength: 1, maxLength: 4 }).map(rows => ({
    type: 'vendor-assessment',
    csv: [
      'System,Product',
      ...rows.map(([of, product]) => `${of},${quoted(product)}`),
    ].join('\n'),
    mapping: {
      subject: { column: 'System' },
      fields: { product: { column: 'Product' } },
    },
    dryRun: false,
  })),
);
const confirmations = write(
  'confirm-many',
  '/bulk/confirmations',
  fc.record({
    subjects: fc.uniqueArray(ref, { minLength: 1, maxLength: 3 }),
    note: words,
  }),
);

/** Writes of every kind as they should be, each of which the server has no reason to refuse but for what stands in the ledger. */
export const rightWrites = (): fc.Arbitrary<Write> => {
  const others = [
    ...[registers, reports, alerts, evidently],
    ...[completions, sheets, confirmations],
  ];
  return fc.oneof(
    ...appends().map(arbitrary => ({ weight: 2, arbitrary })),
    ...others.map(arbitrary => ({ weight: 3, arbitrary })),
  );
};
