import type { CardProposal } from 'backstage-plugin-ai-governance-common/model-cards';
import { Draft } from '../register/questions';
import { Texts } from '../translation';
import { originWords } from './cardWords';

/** What somebody takes of a card, for the forms. */
export interface TakenFromCard {
  profile: Draft;
  /** Fields by the type of their document. */
  documents: Readonly<Record<string, Record<string, unknown>>>;
}

/** Words of a stranger within Markdown: none of their signs counts. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** A path in JSON as code; headings as plain words. */
const placeOf = (t: Texts, { origins }: CardProposal) =>
  origins.every(({ lines }) => lines)
    ? plain(originWords(t, origins))
    : `\`${originWords(t, origins).replace(/`/g, '')}\``;

const withOrigin = (
  t: Texts,
  text: string,
  card: string,
  proposal: CardProposal,
) =>
  `${text}\n\n_${t('modelCard.name.origin', {
    card: plain(card),
    place: placeOf(t, proposal),
  })}_`;

/**
 * What goes into the forms.
 *
 * @param card - what the card is called, for the line that says where a text comes from; absent: none says it
 */
export function takeFromCard(
  t: Texts,
  proposals: readonly CardProposal[],
  card?: string,
): TakenFromCard {
  const profile: Record<string, unknown> = {};
  const documents: Record<string, Record<string, unknown>> = {};
  for (const proposal of proposals) {
    const { document, field, value } = proposal;
    if (document === 'profile') profile[field] = value;
    else {
      const text =
        typeof value === 'string' && card !== undefined
          ? withOrigin(t, value, card, proposal)
          : value;
      documents[document] = { ...documents[document], [field]: text };
    }
  }
  return { profile: profile as Draft, documents };
}

function joined(before: unknown, added: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(added)) {
    return [...new Set([...before, ...added])];
  }
  if (typeof before !== 'string' || typeof added !== 'string') return added;
  if (before.trim() === '') return added;
  return before.includes(added) ? before : `${before}\n\n${added}`;
}

/** A document with what was taken: below what is written there, of which nothing is lost, and once only. */
export function mergedInto(
  written: unknown,
  taken: Record<string, unknown>,
): Record<string, unknown> {
  const before = (written ?? {}) as Record<string, unknown>;
  return {
    ...before,
    ...Object.fromEntries(
      Object.entries(taken).map(([field, value]) => [
        field,
        joined(before[field], value),
      ]),
    ),
  };
}
