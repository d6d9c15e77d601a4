import { ResultState } from '../results';
import { Control } from './Control';

/**
 * The sections of a document that controls ask of a subject.
 *
 * @param document - record type
 * @param results - of the subject; a control of which there is none, or that is not applicable, asks nothing
 * @param some - the controls, as the registry has them
 * @returns by the key of the section the ids of the controls that ask for it, in the order of the registry
 */
export function sectionsAsked(
  document: string,
  results: readonly { controlId: string; state: ResultState }[],
  some: readonly Pick<Control, 'id' | 'asks'>[],
): Record<string, string[]> {
  const applies = new Set(
    results
      .filter(({ state }) => state !== 'not-applicable')
      .map(({ controlId }) => controlId),
  );
  const asked: Record<string, string[]> = {};
  for (const { id, asks } of some) {
    if (asks?.document !== document || !applies.has(id)) continue;
    for (const section of asks.sections) (asked[section] ??= []).push(id);
  }
  return asked;
}
