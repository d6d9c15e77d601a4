import { InputError } from '@backstage/errors';
import { jsonPath } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { kindFields, KindField } from './kindFields';
import { FieldSource, Mapping, mappingSchema } from './mappingSchema';
import { spellingKey } from './text';

interface Mistake {
  path: readonly PropertyKey[];
  message: string;
}

/** What a spelling means that is no value of the field: it has no other meaning beside. */
const forWhole: ReadonlySet<string> = new Set(['none', 'absent', 'unmapped']);

/** Tags are a list of anything: they are slugged afterwards. */
export const tagField: KindField = {
  ...kindFields.get('spec.uses')!,
  item: z.string().min(1),
  maxLength: undefined,
};

/**
 * Checks a mapping by itself and against the kind: fields that the kind has not, values that a field does not take.
 *
 * @param path - Of the mapping in the configuration, in front of every path of the error
 * @throws InputError naming every mistake with its path
 */
export function readMapping(input: unknown, path = 'mapping'): Mapping {
  const parsed = mappingSchema.safeParse(input);
  const mistakes = parsed.success
    ? againstTheKind(parsed.data)
    : parsed.error.issues.flatMap(issue =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map(key => ({
              path: [...issue.path, key],
              message: 'is not known',
            }))
          : [{ path: issue.path, message: issue.message }],
      );
  if (parsed.success && mistakes.length === 0) return parsed.data;
  throw new InputError(
    mistakes
      .map(
        mistake => `${jsonPath([path, ...mistake.path])}: ${mistake.message}`,
      )
      .join('; '),
  );
}

function againstTheKind(mapping: Mapping): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const [name, source] of Object.entries(mapping.fields)) {
    const path = ['fields', name];
    const field = kindFields.get(name);
    if (field) {
      mistakes.push(...fieldMistakes(field, source, path));
    } else {
      mistakes.push({
        path,
        message: `is not a field of AISystem that a register can fill; there are ${[
          ...kindFields.keys(),
        ].join(', ')}`,
      });
    }
  }
  for (const name of ['spec.type', 'spec.lifecycle']) {
    if (!mapping.fields[name]) {
      mistakes.push({
        path: ['fields', name],
        message: 'must be mapped: every AISystem needs it',
      });
    }
  }
  if (!mapping.groups && !mapping.fields['spec.owner']) {
    mistakes.push({
      path: ['fields', 'spec.owner'],
      message: 'must be mapped, or groups be made: every AISystem has an owner',
    });
  }
  if (mapping.tags) {
    mistakes.push(...sourceMistakes(tagField, mapping.tags, ['tags']));
  }
  return mistakes;
}

function fieldMistakes(
  field: KindField,
  source: FieldSource,
  path: PropertyKey[],
): Mistake[] {
  if ('list' in source && !field.list) {
    return [{ path: [...path, 'list'], message: 'the field holds one value' }];
  }
  return sourceMistakes(field, source, path);
}

function sourceMistakes(
  field: KindField,
  source: FieldSource,
  path: PropertyKey[],
): Mistake[] {
  if ('list' in source) {
    return source.list.flatMap((item, index) =>
      sourceMistakes(field, item, [...path, 'list', index]),
    );
  }
  if ('first' in source) {
    return [
      ...source.first.flatMap((part, index) =>
        sourceMistakes(field, part, [...path, 'first', index]),
      ),
      ...otherwiseMistakes(field, source.otherwise, path),
    ];
  }
  if ('constant' in source) {
    const at = [...path, 'constant'];
    if (Array.isArray(source.constant)) {
      return field.list
        ? source.constant.flatMap((item, i) => refused(field, item, [...at, i]))
        : [{ path: at, message: 'the field holds one value' }];
    }
    return refused(field, source.constant, at);
  }
  const mistakes: Mistake[] = [];
  for (const key of ['none', 'split'] as const) {
    if (source[key] && !field.list) {
      mistakes.push({
        path: [...path, key],
        message: 'is for fields that hold a list',
      });
    }
  }
  mistakes.push(...otherwiseMistakes(field, source.otherwise, path));
  const max = source.maxLength;
  if (max && field.maxLength && max > field.maxLength) {
    mistakes.push({
      path: [...path, 'maxLength'],
      message: `the field holds at most ${field.maxLength} characters`,
    });
  }
  const meaning = new Map<string, string>();
  const mean = (spellings: string[], value: string, at: PropertyKey[]) =>
    spellings.forEach((text, index) => {
      const key = spellingKey(text);
      const before = meaning.get(key);
      const both = field.list && !forWhole.has(before!) && !forWhole.has(value);
      if (before !== undefined && !both) {
        mistakes.push({
          path: [...at, index],
          message: `"${text}" already means ${before}`,
        });
      }
      meaning.set(key, value);
    });
  for (const [value, spellings] of Object.entries(source.values ?? {})) {
    const at = [...path, 'values', value];
    mistakes.push(...refused(field, value, at));
    mean(spellings, value, at);
  }
  mean(source.none ?? [], 'none', [...path, 'none']);
  mean(source.absent ?? [], 'absent', [...path, 'absent']);
  mean(source.unmapped ?? [], 'unmapped', [...path, 'unmapped']);
  return mistakes;
}

function otherwiseMistakes(
  field: KindField,
  otherwise: string | undefined,
  path: PropertyKey[],
): Mistake[] {
  if (otherwise === undefined) return [];
  const at = [...path, 'otherwise'];
  return field.list
    ? [{ path: at, message: 'is for fields that hold one value' }]
    : refused(field, otherwise, at);
}

/** What the kind would say of the value. */
function refused(
  field: KindField,
  value: string | boolean,
  path: PropertyKey[],
): Mistake[] {
  const parsed = field.item.safeParse(asFieldValue(field, value));
  return parsed.success
    ? []
    : [{ path, message: parsed.error.issues[0].message }];
}

/** The keys of `values` are texts, also for a field that holds yes or no. */
export function asFieldValue(
  field: KindField,
  value: string | boolean,
): string | boolean {
  if (!field.boolean || typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}
