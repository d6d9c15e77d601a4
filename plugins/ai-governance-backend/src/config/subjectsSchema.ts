import { z } from 'zod';
import { checkPredicate, isObject } from './checkPredicate';

/** Annotations and labels are read whole, so their names may be any. */
const readWhole = /^metadata\.(annotations|labels)(?=\.|$)/;

/**
 * A filter predicate about entities. Stricter than `parseFilterPredicate`, which names no path and lets pass what can match no entity
 * or would match every one.
 */
export const subjectsSchema = z.unknown().superRefine((value, ctx) => {
  checkPredicate(value, [], {
    example: '{ kind: AISystem } or { $any: [ … ] }',
    field: key =>
      !readWhole.test(key) && /[,[\]]/.test(key)
        ? 'is not a field that the catalog can be asked for'
        : undefined,
    report: (path, message) => ctx.addIssue({ code: 'custom', path, message }),
  });
});

/** The fields of an entity that a predicate asks for, each once. */
export function fieldsAskedBy(predicate: unknown): string[] {
  if (!isObject(predicate)) return [];
  const fields = Object.entries(predicate).flatMap(([key, value]) => {
    if (key === '$not') return fieldsAskedBy(value);
    if (key.startsWith('$')) return (value as unknown[]).flatMap(fieldsAskedBy);
    return [readWhole.exec(key)?.[0] ?? key];
  });
  return [...new Set(fields)];
}
