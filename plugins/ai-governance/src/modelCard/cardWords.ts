import {
  dataSheet,
  intendedUse,
  RecordType,
  Registration,
} from 'backstage-plugin-ai-governance-common';
import type {
  CardDocument,
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
import { Texts } from '../translation';

/** The documents that a card fills in, beside the profile. */
export const cardTypes: readonly RecordType[] = [intendedUse, dataSheet];

export const documentWord = (t: Texts, document: CardDocument) =>
  cardTypes.find(({ type }) => type === document)?.title ??
  t('modelCard.profile');

function profileWord(t: Texts, field: string): string {
  if (field === 'models' || field === 'oversight') {
    return t(`modelCard.field.${field}`);
  }
  return fieldWord(t, field === 'data' ? 'data.categories' : field);
}

/** What a field is called in the form that it goes into. */
export function proposalTitle(
  t: Texts,
  { document, field }: CardProposal,
): string {
  const type = cardTypes.find(one => one.type === document);
  if (!type) return profileWord(t, field);
  const fields = fieldsOf(formSchemaOf(type));
  return fields.find(({ key }) => key === field)?.title ?? field;
}

const options: Readonly<Record<string, (t: Texts) => Option[]>> = {
  type: types,
  sourcing: sourcingWords,
  oversight: oversightWords,
};

const modelWords = (t: Texts, models: NonNullable<Registration['models']>) =>
  models
    .map(({ provider, name }) =>
      provider && name
        ? t('modelCard.value.model', { name, provider })
        : name || provider,
    )
    .join('; ');

/** A value of the profile as people read it; Markdown of a document as it is. */
export function proposalText(
  t: Texts,
  { document, field, value }: CardProposal,
): string {
  if (document !== 'profile') {
    return Array.isArray(value) ? value.join('\n') : String(value);
  }
  if (field === 'models') return modelWords(t, value as any);
  if (field === 'data') return t('modelCard.value.personal');
  const word = options[field]?.(t).find(option => option.value === value)?.word;
  return word ?? String(value);
}

const placeWords = (t: Texts, { where, lines }: Origin) => {
  if (!lines) return where;
  const [from, to] = lines;
  return from === to
    ? t('modelCard.origin.line', { where, line: from })
    : t('modelCard.origin.lines', { where, from, to });
};

/** Where something stands in a card, such as "Uses › Direct use (lines 4–9)". */
export const originWords = (t: Texts, origins: readonly Origin[]) =>
  [...new Set(origins.map(origin => placeWords(t, origin)))].join('; ');
