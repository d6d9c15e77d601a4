/** What the backend said was wrong: the sentence in the body of its answer, not that a request failed. */
export function errorWords(error: Error): string {
  const { body } = error as { body?: { error?: { message?: string } } };
  return body?.error?.message ?? error.message;
}
