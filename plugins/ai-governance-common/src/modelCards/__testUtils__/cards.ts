import { readFileSync } from 'fs';
import { join } from 'path';
import { ModelCard } from '../ModelCard';
import { readModelCard } from '../readModelCard';

/** A card as its author wrote it. */
export const fixture = (name: string) =>
  readFileSync(join(__dirname, '..', '__fixtures__', name), 'utf8');
/** The one card of a text. */
export const one = (text: string): ModelCard => {
  const { cards } = readModelCard(text);
  if (cards.length !== 1) throw new Error(`${cards.length} cards, not one`);
  return cards[0];
};
/** What is proposed for a field. */
export const of = ({ proposals }: ModelCard, document: string, field: string) =>
  proposals.find(p => p.document === document && p.field === field);
/** What a field is filled in with. */
export const textOf = (card: ModelCard, document: string, field: string) =>
  of(card, document, field)?.value;
/** Every field that something is proposed for. */
export const fieldsOf = ({ proposals }: ModelCard) =>
  proposals.map(({ document, field }) => `${document}.${field}`);
/** Where nobody has written anything. */
export const silent = ({ leftOut }: ModelCard) =>
  leftOut
    .filter(({ reason }) => reason === 'says-nothing')
    .map(({ origin }) => origin.where);
/** What nothing is asked for. */
export const unasked = ({ leftOut }: ModelCard) =>
  leftOut
    .filter(({ reason }) => reason === 'no-field')
    .map(({ origin }) => origin.where);
