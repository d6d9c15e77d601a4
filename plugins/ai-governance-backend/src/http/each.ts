/** Items that are all there already, for a list that is streamed. */
export async function* each<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
