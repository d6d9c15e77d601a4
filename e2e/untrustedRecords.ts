import { line, link, markdown } from './untrustedCompany';

export interface Schema {
  [key: string]: any;
}

const day = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Days by the name of the field, where one goes before the other. */
const days: Record<string, string> = {
  ...{ from: day(-20), to: day(-10), occurred: day(-40), detected: day(-30) },
  ...{ until: day(60), expires: day(60), due: day(60), nextBy: day(60) },
  ...{ effectiveFrom: day(-20), effectiveUntil: day(60), done: day(-5) },
};

/** What is not as the writer likes. */
const known: Record<string, string> = {
  ...{ decision: 'requested', gate: 'deploy', origin: 'person' },
  ...{ framework: 'nist-ai-rmf', status: 'in-progress' },
  ...{ requirement: 'GOVERN 1.1', requirements: 'GOVERN 1.1' },
  ...{
    control: 'DOC-03',
    controls: 'DOC-03',
    id: 'untrusted',
    scenario: 'untrusted',
  },
};

/** What goes with an audit that has found something. */
const ofAudits = ['finding', 'correctiveAction'];

/**
 * What is sent to append a record of a type, from its description in the API: each text as hostile as the schema lets it be.
 *
 * @param told - by the name of the field what only the portal knows; a reference to a record is left out without it
 */
export function hostileRecord(
  { type, schema: whole }: Schema,
  told: Record<string, string | undefined>,
) {
  let texts = 0;

  function text(schema: Schema, name: string): string | undefined {
    const { format, pattern, maxLength = 20_000 } = schema;
    if (told[name] !== undefined) return told[name];
    if (format === 'recordRef' || ofAudits.includes(name)) return undefined;
    if (format === 'date') return days[name] ?? day(-15);
    if (format === 'uri') return link;
    if (format === 'markdown') return markdown.slice(0, maxLength);
    if (known[name] !== undefined) return known[name];
    // two of the same name are refused
    texts += 1;
    return [
      `${line.slice(0, maxLength - 3)}${texts}`,
      'user:default/untrusted',
      'group:default/untrusted',
      'aisystem:default/untrusted',
      'a'.repeat(64),
    ].find(one => !pattern || new RegExp(pattern, 'u').test(one));
  }

  function object({ properties = {}, required = [] }: Schema) {
    const fields = Object.entries<Schema>(properties)
      .filter(([, of]) => of.filledIn !== 'system')
      .map(([key, of]) => [key, hostile(of, key)])
      .filter(([, value]) => value !== undefined);
    const data = Object.fromEntries(fields);
    const isWhole = required.every(
      (key: string) => key in data || properties[key].filledIn === 'system',
    );
    return isWhole ? data : undefined;
  }

  function hostile(schema: Schema, name = ''): unknown {
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) {
      return schema.enum.includes(known[name]) ? known[name] : schema.enum[0];
    }
    const some = schema.anyOf ?? schema.oneOf;
    if (some) return hostile(some[0], name);
    if (schema.type === 'object') return object(schema);
    if (schema.type === 'array') {
      const item = hostile(schema.items ?? {}, name);
      return item === undefined ? [] : [item];
    }
    if (schema.type === 'string') return text(schema, name);
    if (schema.type === 'boolean') return false;
    return schema.minimum ?? 1;
  }

  return { type, data: hostile(whole) };
}
