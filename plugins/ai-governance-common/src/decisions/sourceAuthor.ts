const prefix = 'source:';

/**
 * Who stands as the author of a document that comes from a repository: nobody can tell there who wrote it, so the whole group that owns the
 * system counts as its author (see `mayDecide`).
 *
 * @param location - address of the folder, or its path below a root of `aiGovernance.recordsAsCode`
 */
export const sourceAuthor = (location: string) => `${prefix}${location}`;

/** Where a document came from, if its author is a source; undefined for people and services. */
export const locationOfAuthor = (author: string): string | undefined =>
  author.startsWith(prefix) ? author.slice(prefix.length) : undefined;
