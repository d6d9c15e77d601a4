import { sheetColumnSchema } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';

/**
 * How a register in CSV becomes entities: `catalog.providers.aiSystemRegister.<id>.mapping`.
 *
 * A whole example (`__fixtures__/mapping.yaml` is tested):
 *
 * ```yaml
 * namespace: default
 * groups:
 *   root: { name: us-federal, title: US federal government, type: organization }
 *   levels:
 *     - { column: Agency, name: Agency Abbreviation, type: department }
 *     - { column: Bureau, type: bureau, absent: [N/A] }
 * name:
 *   columns: [Agency Abbreviation, Use Case Name]
 *   distinguishedBy: [Bureau, What is the intended purpose?]
 * fields:
 *   title: { column: Use Case Name, maxLength: 120 }
 *   description: { column: What is the intended purpose? }
 *   spec.type: { constant: use-case }
 *   spec.lifecycle:
 *     column: Stage of Development
 *     values:
 *       production: [Operation and Maintenance, In production]
 *       retired: [Retired]
 *     otherwise: not-stated
 *   spec.purpose: { column: What is the intended purpose? }
 *   spec.sourcing:
 *     first:
 *       - column: { position: 16, header: Was it developed in-house? }
 *         values: { in-house: [Developed in-house.] }
 *         absent: [N/A]
 *         unmapped: [Partly]
 *       - { column: Ready-made product?, values: { vendor-feature: [Yes] }, absent: [No] }
 *   spec.data.categories:
 *     list:
 *       - { column: 23, values: { personal: [Yes] }, none: [No], absent: [N/A] }
 *       - { column: Demographic variables, split: [';', ','], absent: [None] }
 *   spec.affects.influences:
 *     column: Rights-impacting or safety-impacting?
 *     values:
 *       eligibility: [Rights-impacting, Both]
 *       safety: [Safety-impacting, Both]
 *     none: [Neither]
 * tags: { column: Topic Area, split: [','] }
 * annotations:
 *   prefix: federal-inventory.example
 *   columns:
 *     authority-to-operate: { column: 34 }
 * ```
 *
 * What holds everywhere: runs of white space, newlines and control characters become one space, and the ends are trimmed. A blank cell says
 * nothing: the field stays absent. Spellings are compared without regard to case and white space.
 *
 * A column is the text of its header (compared without regard to white space at the ends and in runs), or its position, **counted from 1** as
 * line numbers are. A header that occurs several times is only addressed by position; `{ position, header }` also checks that the header there
 * is the expected one, so that a new layout is refused and not misread.
 */

const spelling = z.string().trim().min(1);

/** A value that is the same for every row. */
const constantSchema = z.strictObject({
  constant: z.union([
    z.string().trim().min(1),
    z.boolean(),
    z.array(z.string().trim().min(1)),
  ]),
});

/** A value from one column. */
const columnValueSchema = z.strictObject({
  column: sheetColumnSchema,
  /**
   * Value of the field → the spellings in the column that mean it. For a field that holds a list a spelling may stand under several values and
   * means all of them. A spelling that is listed nowhere leaves the field absent, and the row is reported as doubtful. Without `values` the text is taken as it is.
   */
  values: z.record(z.string().min(1), z.array(spelling).min(1)).optional(),
  /** For a list: spellings that answer "none of them", `[]`. */
  none: z.array(spelling).optional(),
  /** Spellings that say as little as a blank cell, such as `N/A`. Not reported. */
  absent: z.array(spelling).optional(),
  /**
   * Spellings that say something for which the field has no value, such as "both" where it holds one. The field stays absent, nothing is reported, and
   * within `first` no later column is asked: the question has been answered.
   */
  unmapped: z.array(spelling).optional(),
  /** For a list: the texts that part the items of a cell. */
  split: z.array(z.string().min(1)).min(1).optional(),
  /**
   * What stands there when the column says nothing that is understood: a word that says just that, such as `not-stated`. For fields that the kind
   * requires, whose rows would be refused otherwise. Never an answer that nobody gave. An unlisted spelling is reported all the same.
   */
  otherwise: z.string().trim().min(1).optional(),
  /** Characters; a longer text is cut, ends in …, and is reported. Default: what the field may hold. */
  maxLength: z.int().min(2).max(10_000).optional(),
});

/**
 * A list from several columns: everything that any of them says, each once. It is `[]` only when every one of them answers "none of them".
 */
const listSchema = z.strictObject({
  list: z.array(z.union([constantSchema, columnValueSchema])).min(1),
});

/**
 * The value from the first of several columns that says anything. Each has its own spellings. A blank cell and what is `absent` pass the question on to
 * the next column; whatever else stands there settles it, also when it is not understood: then the field stays absent, and a later column is not
 * taken for an answer that it contradicts.
 */
const firstSchema = z.strictObject({
  first: z.array(columnValueSchema.omit({ otherwise: true })).min(2),
  /** As beside one column: when none of them says what is understood. */
  otherwise: z.string().trim().min(1).optional(),
});

/** Where the value of a field comes from. */
const fieldSchema = z.union(
  [constantSchema, columnValueSchema, listSchema, firstSchema],
  {
    error: issue =>
      describeMistake(issue.input) ??
      'must be { constant: … }, { column: …, … }, { list: [ … ] } or { first: [ … ] }',
  },
);

/** The known keys of each form: a union of closed objects says no more than that none fits. */
const forms: Array<[string, z.ZodType]> = [
  ['constant', constantSchema],
  ['column', columnValueSchema],
  ['list', listSchema],
  ['first', firstSchema],
];

function describeMistake(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const form = forms.find(([key]) => key in input);
  if (!form) return undefined;
  const parsed = form[1].safeParse(input);
  return parsed.success
    ? undefined
    : parsed.error.issues
        .map(issue =>
          issue.code === 'unrecognized_keys'
            ? `${issue.keys.join(', ')} is not known beside ${form[0]}`
            : `${issue.path.join('.')}: ${issue.message}`,
        )
        .join('; ');
}

const entityName = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'must be a name: at most 63 lower-case letters, digits and hyphens',
  );

/** A level of the tree of groups. Rows with the same text, apart from case and punctuation, share the group. */
const groupLevelSchema = z.strictObject({
  /** Its text is the title of the group; a blank one ends the path of the row, which is then owned by the level above. */
  column: sheetColumnSchema,
  /** The column that the name is made of, such as an abbreviation. Default: `column`. */
  name: sheetColumnSchema.optional(),
  /** Spellings that say as little as a blank cell, such as `N/A`, in either column: they name no group. */
  absent: z.array(spelling).optional(),
  /** `spec.type` of the group. */
  type: z.string().trim().min(1).max(120),
});

/** The mapping; `readMapping` checks it against the kind as well. */
export const mappingSchema = z.strictObject({
  /** Of every entity that the register brings. */
  namespace: entityName.default('default'),
  /**
   * Groups made from columns, the first level on top. A row is owned by the deepest of its groups, unless `spec.owner` is mapped.
   * The name of a group is the slug of its path, parted by dots: `department-of-the-interior.usgs`.
   */
  groups: z
    .strictObject({
      /** One group above all of them. */
      root: z
        .strictObject({
          name: entityName,
          title: z.string().trim().min(1).max(200).optional(),
          type: z.string().trim().min(1).max(120).default('organization'),
        })
        .optional(),
      levels: z.array(groupLevelSchema).min(1).max(10),
    })
    .optional(),
  /**
   * The name of each AI system: the slug of `columns`, then always eight characters that stand for the text of `columns` and
   * `distinguishedBy` together: the identity of the row. So a name depends on nothing but its own row's identity; case and white space do not count.
   * Of several rows with one identity one is taken, chosen by content and not by order, and the others are refused.
   */
  name: z.strictObject({
    columns: z.array(sheetColumnSchema).min(1),
    distinguishedBy: z.array(sheetColumnSchema).default([]),
  }),
  /** Field of the kind → where its value comes from: `title`, `description`, `spec.…`. `spec.type` and `spec.lifecycle` must be there. */
  fields: z.record(z.string(), fieldSchema),
  /** Slugged, each once, at most 63 characters. */
  tags: z.union([columnValueSchema, listSchema]).optional(),
  /** Columns that are kept as they are, as annotations `<prefix>/<name>`; blank is absent. */
  annotations: z
    .strictObject({
      prefix: z
        .string()
        .max(253)
        .regex(
          /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
          'must be a prefix such as register.example.com',
        ),
      columns: z.record(
        z
          .string()
          .regex(
            /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
            'must be the name of an annotation',
          ),
        z.strictObject({
          column: sheetColumnSchema,
          absent: z.array(spelling).optional(),
          /** Characters. Default 1000. */
          maxLength: z.int().min(2).max(10_000).default(1000),
        }),
      ),
    })
    .optional(),
});

export type Column = z.output<typeof sheetColumnSchema>;
export type FieldSource = z.output<typeof fieldSchema>;
export type ColumnValue = z.output<typeof columnValueSchema>;
export type Mapping = z.output<typeof mappingSchema>;
export type MappingInput = z.input<typeof mappingSchema>;
