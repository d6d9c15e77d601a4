import fc from 'fast-check';
import { nastyValues } from './nasty';

type Schema = Record<string, any>;

const days = fc
  .date({
    min: new Date('2020-01-01'),
    max: new Date('2032-12-31'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());

const formats: Record<string, fc.Arbitrary<string>> = {
  date: days.map(day => day.slice(0, 10)),
  'date-time': days,
  uri: fc.webUrl(),
  email: fc.emailAddress(),
};

function anyText({ format, pattern, minLength = 0, maxLength = 60 }: Schema) {
  if (formats[format]) return formats[format];
  if (pattern) {
    try {
      return fc.stringMatching(new RegExp(pattern, 'u'));
    } catch {
      // fast-check knows no look-around: a text like any other, and mostly refused
    }
  }
  return fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, 60)),
  });
}

function numbers({ type, minimum, maximum }: Schema): fc.Arbitrary<number> {
  if (type === 'integer') {
    return fc.integer({
      min: Math.ceil(Math.max(minimum ?? -3, -1e9)),
      max: Math.floor(Math.min(maximum ?? 1000, 1e9)),
    });
  }
  return fc.double({ min: minimum ?? -1e6, max: maximum ?? 1e6, noNaN: true });
}

/**
 * Values that a JSON Schema describes, and with a small chance at each place one that it does not.
 *
 * @param schema - as the OpenAPI document of the plugin and its record types have it
 * @param known - values for texts that only who has looked can know, by the name of the field
 * @param right - nothing but what is described and known: texts that may stand wherever the schema lets them, and what names a record
 */
export function fromJsonSchema(
  schema: Schema,
  known: Record<string, fc.Arbitrary<unknown>>,
  right?: { texts: readonly string[]; recordRef(type?: string): string },
): fc.Arbitrary<unknown> {
  const definitions: Schema = schema.$defs ?? {};

  function text(of: Schema) {
    const { format, pattern, minLength = 0, maxLength = Infinity } = of;
    const fits = (right?.texts ?? []).filter(
      one =>
        !formats[format] &&
        one.length >= minLength &&
        one.length <= maxLength &&
        (!pattern || new RegExp(pattern, 'u').test(one)),
    );
    return fits.length > 0
      ? fc.oneof(anyText(of), fc.constantFrom(...fits))
      : anyText(of);
  }

  function valueOf(of: Schema, name: string, depth: number) {
    const described = rightOf(of, name, depth);
    if (right) return described;
    return fc.oneof(
      { weight: 40, arbitrary: described },
      { weight: 1, arbitrary: nastyValues },
    );
  }

  function rightOf(
    of: Schema,
    name: string,
    depth: number,
  ): fc.Arbitrary<unknown> {
    if (of.$ref) {
      const target = definitions[of.$ref.split('/').at(-1)] ?? schema;
      return depth > 6 ? fc.constant(null) : rightOf(target, name, depth + 1);
    }
    if (of.const !== undefined) return fc.constant(of.const);
    if (of.enum) return fc.constantFrom(...of.enum);
    const some = of.anyOf ?? of.oneOf;
    if (some) {
      return fc.oneof(
        ...some.map((one: Schema) => rightOf({ ...one }, name, depth + 1)),
      );
    }
    if (of.allOf) {
      return fc
        .tuple(...of.allOf.map((one: Schema) => rightOf(one, name, depth + 1)))
        .map(parts => Object.assign({}, ...(parts as object[])));
    }
    switch (of.type) {
      case 'object':
        return objects(of, depth);
      case 'array':
        return fc.array(valueOf(of.items ?? {}, name, depth + 1), {
          minLength: Math.min(of.minItems ?? 0, 3),
          maxLength: 3,
        });
      case 'string':
        if (right && of.format === 'recordRef') {
          return fc.constant(right.recordRef(of.recordTypes?.[0]));
        }
        if (right && known[name]) return known[name];
        return known[name]
          ? fc.oneof(
              { weight: 4, arbitrary: known[name] },
              { weight: 1, arbitrary: text(of) },
            )
          : text(of);
      case 'integer':
      case 'number':
        return known[name] ?? numbers(of);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return known[name] ?? fc.jsonValue({ maxDepth: 2 });
    }
  }

  function objects(of: Schema, depth: number): fc.Arbitrary<object> {
    const properties = Object.entries<Schema>(of.properties ?? {});
    const declared = fc.record(
      Object.fromEntries(
        properties.map(([name, one]) => [name, valueOf(one, name, depth + 1)]),
      ),
      { requiredKeys: of.required ?? [] },
    );
    if (properties.length > 0 || typeof of.additionalProperties !== 'object') {
      return declared;
    }
    return fc.dictionary(
      text(of.propertyNames ?? {}),
      valueOf(of.additionalProperties, '', depth + 1),
      { maxKeys: 3 },
    );
  }

  return valueOf(schema, '', 0);
}
