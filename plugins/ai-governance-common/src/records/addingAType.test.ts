import { z } from 'zod';
import { day, link, markdown, recordType } from './RecordType';
import { recordFormSchema, validateRecord } from './validate';

// The whole of a new record type. In the suite it is a file in records/ and a line in records/index.ts.
const incident = recordType({
  type: 'incident',
  title: 'Incident',
  plural: 'Incidents',
  description: 'A failure or a misuse, what was done at once, and its cause.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 10.2, A.8.4',
  schema: z.strictObject({
    severity: z.enum(['low', 'high']).meta({ title: 'Severity' }),
    detected: day({ title: 'Detected on' }),
    what: markdown({ title: 'What happened' }).min(1),
    ticket: link({ title: 'Ticket' }).optional(),
  }),
  summary: data => `${data.severity}: detected on ${data.detected}`,
});

const data = {
  severity: 'high',
  detected: '2026-03-01',
  what: 'It **failed**.',
};

describe('a record type declared in one place', () => {
  it('validates its data, and names the path of what is wrong', () => {
    expect(validateRecord(incident, data)).toEqual({ ok: true, data });
    expect(
      validateRecord(incident, {
        severity: 'grave',
        detected: '2026-02-30',
        ticket: 'ftp://example.com/1',
        cause: '',
      }),
    ).toEqual({
      ok: false,
      issues: [
        { path: 'severity', message: expect.stringContaining('low') },
        { path: 'detected', message: expect.stringContaining('date') },
        { path: 'what', message: expect.stringContaining('string') },
        { path: 'ticket', message: 'must be an http or https address' },
        { path: 'cause', message: 'is not a field that is known here' },
      ],
    });
  });

  it('has the schema of its form', () => {
    expect(recordFormSchema(incident)).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['severity', 'detected', 'what'],
      properties: {
        severity: { title: 'Severity', enum: ['low', 'high'] },
        detected: { title: 'Detected on', type: 'string', format: 'date' },
        what: {
          title: 'What happened',
          type: 'string',
          format: 'markdown',
          minLength: 1,
          maxLength: 20_000,
        },
        ticket: { title: 'Ticket', type: 'string', format: 'uri' },
      },
    });
  });

  it('has its line for lists', () => {
    const valid = validateRecord(incident, data);
    expect(valid.ok && incident.summary(valid.data)).toBe(
      'high: detected on 2026-03-01',
    );
  });
});
