import { FormContextType, StrictRJSFSchema, WidgetProps } from '@rjsf/utils';
import { ReactNode } from 'react';
import { FieldSchema } from '../formSchema';

/**
 * Something shown beside the fields of a group while they are filled in, such as the level that its ratings give. By the
 * group's path with `[]` for any item: `scenarios[]`, `scenarios[].inherent`. Must depend on the group's data alone.
 */
export type FormAdditions = Readonly<
  Record<string, (data: Record<string, unknown>) => ReactNode>
>;

/** An item of a list that was put there for the author, to be opened and given the focus once. */
export interface OpenedItem {
  /** Of the item in the form. */
  id: string;
  /** Set by the item as it opens: moving items about must not take the focus again. */
  done: boolean;
}

export interface RecordFormContext extends FormContextType {
  additions: FormAdditions;
  idPrefix: string;
  opened?: OpenedItem;
}

/** The path that an addition is named by, from the id of a group in the form. */
export function additionPath(id: string, idPrefix: string): string {
  return id
    .slice(idPrefix.length + 1)
    .replace(/_\d+(?=_|$)/g, '[]')
    .replace(/_/g, '.');
}

const isAsked = (schema: FieldSchema) => schema.askedBy !== undefined;

/** The ids of what describes a field: its explanation, who asks for it, and what is wrong with it. */
export function describedBy(
  props: Pick<WidgetProps, 'id' | 'rawErrors'> & { schema: StrictRJSFSchema },
): string | undefined {
  const ids = [
    ...(props.schema.description ? [`${props.id}__description`] : []),
    ...(isAsked(props.schema as FieldSchema) ? [`${props.id}__asked`] : []),
    ...(props.rawErrors?.length ? [`${props.id}__error`] : []),
  ];
  return ids.join(' ') || undefined;
}
