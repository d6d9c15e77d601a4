/**
 * Why an entity was taken for AI, as a sentence that people read who do not write the catalog.
 *
 * @param reason - as the API says it, such as `kind is Resource and spec.type is ai-model; metadata.tags contains llm`
 * @returns such as `its kind is Resource and its type is ai-model, or its tags contain llm`
 */
export function signalWords(reason: string): string {
  return reason
    .split('; ')
    .map(part =>
      part
        .split(' and ')
        .map(signal =>
          signal
            .replace(
              /^(?:(?:metadata|spec)\.)?(?=\S+ (?:is|contains|begins|has)\b)/,
              'its ',
            )
            .replace(/^its (\S+s) contains /, 'its $1 contain '),
        )
        .join(' and '),
    )
    .join(', or ');
}
