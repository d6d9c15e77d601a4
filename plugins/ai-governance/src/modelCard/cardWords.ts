import {
  dataSheet,
  intendedUse,
  RecordType,
  Registration,
} from 'backstage-plugin-ai-governance-common';
import type {
  CardDocument,
  CardFormat,
  CardProposal,
  Origin,
} from 'backstage-plugin-ai-governance-common/model-cards';
import { fieldsOf, formSchemaOf } from '../records';
import {
  fieldWord,
  Option,
  oversightWords,
  sourcingWords,
  types,
} from '../register/questions';

/** The documents that a card fills in, beside the profile. */
export const cardTypes: readonly RecordType[] = [intendedUse, dataSheet];

export const formatWords: Record<CardFormat, string> = {
  markdown: 'A model card in Markdown',
  cyclonedx: 'A CycloneDX bill of materials',
  spdx: 'An SPDX document',
  'model-card-toolkit': 'A card of the Model Card Toolkit',
};

export const documentWord = (document: CardDocument) =>
  cardTypes.find(({ type }) => type === document)?.title ?? 'Profile';

const profileWords: Readonly<Record<string, string>> = {
  models: 'Model',
  oversight: 'Who looks at what it does',
  data: fieldWord('data.categories'),
};

/** What a field is called in the form that it goes into. */
export function proposalTitle({ document, field }: CardProposal): string {
  const type = cardTypes.find(t => t.type === document);
  if (!type) return profileWords[field] ?? fieldWord(field);
  const fields = fieldsOf(formSchemaOf(type));
  return fields.find(({ key }) => key === field)?.title ?? field;
}

const options: Readonly<Record<string, readonly Option[]>> = {
  type: types,
  sourcing: sourcingWords,
  oversight: oversightWords,
};

const modelWords = (models: NonNullable<Registration['models']>) =>
  models
    .map(({ provider, name }) => [name, provider].filter(Boolean).join(', by '))
    .join('; ');

/** A value of the profile as people read it; Markdown of a document as it is. */
export function proposalText({ document, field, value }: CardProposal): string {
  if (document !== 'profile') {
    return Array.isArray(value) ? value.join('\n') : String(value);
  }
  if (field === 'models') return modelWords(value as any);
  if (field === 'data') return 'Personal';
  const word = options[field]?.find(option => option.value === value)?.word;
  return word ?? String(value);
}

const placeWords = ({ where, lines }: Origin) => {
  if (!lines) return where;
  const [from, to] = lines;
  return from === to
    ? `${where} (line ${from})`
    : `${where} (lines ${from}–${to})`;
};

/** Where something stands in a card, such as "Uses › Direct use (lines 4–9)". */
export const originWords = (origins: readonly Origin[]) =>
  [...new Set(origins.map(placeWords))].join('; ');
