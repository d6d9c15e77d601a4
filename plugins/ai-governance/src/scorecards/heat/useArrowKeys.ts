import { RefObject, useEffect, useRef } from 'react';

const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> =
  {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };

/** From a cell that leads somewhere to the next one that does, up, down and sideways: by Tab alone a team far down is a hundred links away. */
function moveByArrow(table: HTMLTableElement, event: KeyboardEvent) {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>(
    'th, td',
  );
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...table.rows];
  let row = rows.indexOf(cell.parentElement as HTMLTableRowElement);
  let column = cell.cellIndex;
  let next: HTMLTableCellElement | undefined;
  do {
    row += step[0];
    column += step[1];
    next = rows[row]?.cells[column];
    const link = next?.querySelector<HTMLElement>('a[href]');
    if (link) {
      event.preventDefault();
      link.focus();
      return;
    }
  } while (next);
}

/** Lets the arrow keys go from cell to cell of a table. @returns for the table */
export function useArrowKeys(): RefObject<HTMLTableElement> {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const { current } = table;
    if (!current) return undefined;
    const move = (event: KeyboardEvent) => moveByArrow(current, event);
    current.addEventListener('keydown', move);
    return () => current.removeEventListener('keydown', move);
  }, []);
  return table;
}
