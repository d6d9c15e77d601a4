import { Tier } from '../results';
import { recordFormSchema, RecordType } from '../records';

/** What a skeleton reads of the JSON schema of a record's data. */
export interface FieldSchema {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
}

/** What a skeleton is about. */
export interface SkeletonWords {
  title: string;
  ref: string;
  tier: Tier;
  /** By the key of a field the ids of the controls that ask for it. */
  asked: Readonly<Record<string, readonly string[]>>;
  copied?: { from: string; revision: number; data: Record<string, unknown> };
}

export const schemaOf = (type: RecordType): FieldSchema =>
  recordFormSchema(type) as FieldSchema;

/** Fields that must be filled in, or that a control asks for, in the order of the form; and the others. */
export function fieldsToFill(
  type: RecordType,
  { asked, copied }: Pick<SkeletonWords, 'asked' | 'copied'>,
): { needed: string[]; others: string[] } {
  const { properties = {}, required = [] } = schemaOf(type);
  const keys = Object.keys(properties);
  const isNeeded = (key: string) =>
    required.includes(key) ||
    key in asked ||
    (copied !== undefined && key in copied.data);
  return {
    needed: keys.filter(isNeeded),
    others: keys.filter(key => !isNeeded(key)),
  };
}

/** What is asked for, in a line: "Where it fails, and for whom. Asked by DOC-02." */
export function question(
  { description, enum: choices }: FieldSchema,
  asked: readonly string[] = [],
): string {
  return [
    description,
    choices && `One of ${choices.join(', ')}.`,
    asked.length > 0 && `Asked by ${asked.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
