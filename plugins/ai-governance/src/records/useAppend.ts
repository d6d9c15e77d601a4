import { ReactNode, useEffect, useState } from 'react';
import { OpenedItem } from './form/fieldIds';

/** An item for a list of a record, such as a scenario. */
export interface ListItem {
  /** The key of the list. */
  list: string;
  item: Record<string, unknown>;
}

/** What helps to write, above the form: it sees what is written, and may put items into its lists. */
export type WritingAid = (
  written: Record<string, unknown>,
  append: (added: ListItem) => void,
) => ReactNode;

/**
 * Puts items at the end of a list of what is written, opened and with the focus.
 *
 * @param begin - what is put there as the form opens
 */
export function useAppend(
  idPrefix: string,
  data: unknown,
  onChange: (data: Record<string, unknown>) => void,
  begin?: ListItem,
): { opened?: OpenedItem; append: (added: ListItem) => void } {
  const [opened, setOpened] = useState<OpenedItem>();
  const append = ({ list, item }: ListItem) => {
    const written = (data ?? {}) as Record<string, unknown>;
    const items = (written[list] ?? []) as unknown[];
    onChange({ ...written, [list]: [...items, item] });
    setOpened({ id: `${idPrefix}_${list}_${items.length}`, done: false });
  };
  useEffect(() => {
    if (begin) append(begin);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as it opens
  }, []);
  return { opened, append };
}
