/** Ends a text that people wrote as a sentence ends. */
export const sentence = (text: string) => `${text.trim().replace(/\.+$/, '')}.`;

/** The first of many names, and how many more there are. */
export function someOf(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most
    ? `${shown} and ${names.length - most} more`
    : shown;
}
