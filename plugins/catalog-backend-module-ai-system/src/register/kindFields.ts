import {
  aiSystemSpecSchema,
  jsonPath,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';

/** A field of the kind that a register can fill. */
export interface KindField {
  path: readonly string[];
  /** Of one item, for a list. */
  item: z.ZodType;
  list: boolean;
  boolean: boolean;
  /** Characters; undefined: any number. */
  maxLength: number | undefined;
}

const metadata = z.strictObject({
  title: z.string().min(1).max(200),
  description: z.string().min(1).max(4000),
});

/** By its path in the mapping: `title`, `spec.data.classification`. */
export const kindFields: ReadonlyMap<string, KindField> = new Map(
  [
    ...leaves(metadata, []).map(
      field => ({ ...field, path: ['metadata', ...field.path] } as KindField),
    ),
    ...leaves(aiSystemSpecSchema, ['spec']),
  ].map(field => [jsonPath(field.path).replace(/^metadata\./, ''), field]),
);

function leaves(schema: z.ZodObject, path: string[]): KindField[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const field = optional(value as z.ZodType);
    if (field instanceof z.ZodObject) return leaves(field, [...path, key]);
    const list = field instanceof z.ZodArray;
    const item = list ? optional(field.element as z.ZodType) : field;
    // a list of objects, such as the models, is more than a cell can say
    if (item instanceof z.ZodObject) return [];
    return [
      {
        path: [...path, key],
        item,
        list,
        boolean: item instanceof z.ZodBoolean,
        maxLength: item instanceof z.ZodString ? item.maxLength ?? undefined : undefined, // prettier-ignore
      },
    ];
  });
}

function optional(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional
    ? (schema.unwrap() as z.ZodType)
    : schema;
}
