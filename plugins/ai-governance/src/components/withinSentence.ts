/** A title as it stands within a sentence: its first letter is small, and an abbreviation stays as it is. */
export const withinSentence = (title: string) =>
  /^\p{Lu}\p{Lu}/u.test(title)
    ? title
    : title.charAt(0).toLocaleLowerCase('en-US') + title.slice(1);
