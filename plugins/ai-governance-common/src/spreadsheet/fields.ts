import { RecordType } from '../records/RecordType';
import { riskAssessment } from '../records/riskAssessment';
import { recordFormSchema } from '../records/validate';
import { vendorAssessment } from '../records/vendorAssessment';
import { slug } from '../text';
import { sheetHeaders } from './headers';

/** A field of a document that a column can fill. */
export interface SheetField {
  /** Keys parted by dots; `[]` after a list, of which a row fills one item: `scenarios[].inherent.likelihood`. */
  path: string;
  /** Titles from the outside in: `Inherent risk › Likelihood`. */
  title: string;
  takes:
    | 'line'
    | 'text'
    | 'rating'
    | 'number'
    | 'choice'
    | 'day'
    | 'reference'
    | 'texts'
    | 'link';
  /** Of a choice; of a rating 1 to 5. */
  values?: readonly string[];
  /** Paths that it fills, where they have no column of their own. */
  fills?: readonly string[];
  /** What headers of columns call it. */
  headers: readonly string[];
}

/** A type of document that spreadsheets are taken into. */
export interface SheetType {
  type: RecordType<any>;
  title: string;
  fields: readonly SheetField[];
  /** Fields that every row needs: one of each group. */
  needed: readonly (readonly string[])[];
  /** By the path of a list: the fields that tell its items apart, within the item. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** Before anything is written. */
  empty: Readonly<Record<string, unknown>>;
  /** Adds what follows from what is there. */
  complete(document: any): void;
}

interface JsonSchema {
  type?: string;
  title?: string;
  format?: string;
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  filledIn?: string;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
}

const ratings = ['1', '2', '3', '4', '5'];

function fieldsOf(
  schema: JsonSchema,
  at: { path: string; titles: readonly string[] },
): SheetField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    if (field.filledIn === 'system') return [];
    const path = at.path ? `${at.path}.${key}` : key;
    const titles = [...at.titles, field.title ?? key];
    if (field.properties) return fieldsOf(field, { path, titles });
    if (field.items?.properties) {
      // a row is an item: the title of the list says nothing more
      return fieldsOf(field.items, {
        path: `${path}[]`,
        titles: at.path || key !== 'scenarios' ? titles : [],
      });
    }
    const leaf = leafOf(field);
    const title = titles.join(' › ');
    return [{ path, title, ...leaf, headers: [title] }];
  });
}

function leafOf(field: JsonSchema): Pick<SheetField, 'takes' | 'values'> {
  if (field.type === 'array') return { takes: 'texts' };
  if (field.enum) return { takes: 'choice', values: field.enum };
  if (field.type === 'integer') {
    return field.minimum === 1 && field.maximum === 5
      ? { takes: 'rating', values: ratings }
      : { takes: 'number' };
  }
  if (field.format === 'date') return { takes: 'day' };
  if (field.format === 'entityRef') return { takes: 'reference' };
  if (field.format === 'uri') return { takes: 'link' };
  return { takes: field.format === 'markdown' ? 'text' : 'line' };
}

const dimensions = ['individuals', 'society', 'business'];
const estimates = {
  inherent: 'Inherent',
  current: 'Current',
  target: 'Target',
};

/** One column for all of a consequence, as most registers have it. */
const consequences: SheetField[] = Object.entries(estimates).map(
  ([key, word]) => {
    const path = `scenarios[].${key}.consequence`;
    return {
      path,
      title: `${word} risk › Consequence, for all who may be harmed`,
      takes: 'rating',
      values: ratings,
      fills: dimensions.map(dimension => `${path}.${dimension}`),
      headers: [],
    };
  },
);

function sheetType(
  type: RecordType<any>,
  of: Pick<SheetType, 'needed' | 'keys' | 'empty' | 'complete'> & {
    more?: readonly SheetField[];
  },
): SheetType {
  const { more = [], ...rest } = of;
  const schema = recordFormSchema(type) as JsonSchema;
  // one column for several fields stands before the first of them
  const fields = fieldsOf(schema, { path: '', titles: [] }).flatMap(field => [
    ...more.filter(({ fills }) => fills?.[0] === field.path),
    field,
  ]);
  return {
    type,
    title: type.title,
    ...rest,
    fields: fields.map(field => ({
      ...field,
      headers: [...field.headers, ...(sheetHeaders[field.path] ?? [])],
    })),
  };
}

const sheetTypes: ReadonlyMap<string, () => SheetType> = new Map([
  [
    riskAssessment.type,
    () =>
      sheetType(riskAssessment, {
        more: consequences,
        needed: [
          ['scenarios[].title'],
          ['scenarios[].category'],
          ['scenarios[].inherent.likelihood'],
          [
            'scenarios[].inherent.consequence',
            ...dimensions.map(d => `scenarios[].inherent.consequence.${d}`),
          ],
        ],
        keys: { scenarios: ['title'] },
        empty: { scenarios: [] },
        complete: document => {
          const taken = new Set<string>();
          for (const scenario of document.scenarios) {
            if (scenario.id) taken.add(scenario.id);
            if (scenario.current) scenario.current.evidence ??= [];
          }
          for (const scenario of document.scenarios) {
            if (scenario.id || !scenario.title) continue;
            scenario.id = freeId(scenario.title, taken);
            taken.add(scenario.id);
          }
        },
      }),
  ],
  [
    vendorAssessment.type,
    () =>
      sheetType(vendorAssessment, {
        needed: [['product']],
        keys: {
          dataSent: ['classification', 'what'],
          subProcessors: ['name'],
          'silentEnablement.features': ['name'],
          evidence: ['kind', 'issued'],
        },
        empty: {},
        complete: document => {
          for (const kept of Object.values<any>(document.retention ?? {})) {
            if (kept.days !== undefined) kept.standing ??= 'known';
          }
        },
      }),
  ],
]);

function freeId(title: string, taken: ReadonlySet<string>): string {
  const short = (length: number) => slug(title, length) || 'scenario';
  let id = short(40);
  for (let n = 2; taken.has(id); n += 1) id = `${short(36)}-${n}`;
  return id;
}

const made = new Map<string, SheetType>();

/** How spreadsheets are taken into documents of a type; undefined where they are not. Made when it is asked for first. */
export function sheetTypeOf(id: string): SheetType | undefined {
  const type = made.get(id) ?? sheetTypes.get(id)?.();
  if (type) made.set(id, type);
  return type;
}
