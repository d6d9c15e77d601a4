import { InputError } from '@backstage/errors';
import { isObject, Json } from './json/jsonFields';
import { readCycloneDx } from './json/readCycloneDx';
import { readModelCardToolkit } from './json/readModelCardToolkit';
import { readSpdx } from './json/readSpdx';
import { readMarkdown } from './markdown/readMarkdown';
import { ReadCards } from './ModelCard';
import { modelCardOf } from './proposals';
import { Found } from './Statement';

/** The longest card in Markdown that is read, in characters; published ones have up to some ten thousands. */
export const MAX_MARKDOWN = 300_000;
/** The longest bill of materials: one with pictures of results in it has some hundred thousand characters. */
export const MAX_JSON = 3_000_000;
/** A bill of materials of more models than anybody looks at one by one. */
const MAX_MODELS = 50;

/** Text as every reader expects it: lines end in one way, nothing that no text has. */
const asText = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- that is what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

function tooLong(what: string, length: number, most: number): InputError {
  return new InputError(
    `${what} has ${length} characters, and at most ${most} are read.`,
  );
}

function parseJson(text: string): Json {
  if (text.length > MAX_JSON) throw tooLong('The file', text.length, MAX_JSON);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The card begins like JSON and is none: ${(error as Error).message}`,
    );
  }
  if (!isObject(value)) {
    throw new InputError('The card is JSON, and no object with fields.');
  }
  return value;
}

function readJson(json: Json): Pick<ReadCards, 'format'> & { found: Found[] } {
  if (json.bomFormat === 'CycloneDX') {
    return { format: 'cyclonedx', found: readCycloneDx(json) };
  }
  if (Array.isArray(json['@graph'])) {
    return { format: 'spdx', found: readSpdx(json) };
  }
  if (isObject(json.model_details) || isObject(json.considerations)) {
    return {
      format: 'model-card-toolkit',
      found: [readModelCardToolkit(json)],
    };
  }
  throw new InputError(
    'The JSON is neither a CycloneDX bill of materials, nor an SPDX 3 document, nor a card of the Model Card Toolkit.',
  );
}

/**
 * Reads what a model card says of a model, as proposals for the profile, the intended use and the data sheet of a system that uses it. Pure;
 * what it gets is untrusted.
 *
 * @param text - Markdown with or without front matter (Hugging Face), or JSON: CycloneDX 1.5–1.7, SPDX 3, Model Card Toolkit
 * @throws InputError in a sentence, where it is too long, or is nothing of these
 */
export function readModelCard(text: string): ReadCards {
  const card = asText(text);
  if (card.trim() === '') throw new InputError('The card is empty.');
  if (/^\s*(\{|\[\s*[{"])/.test(card)) {
    const { format, found } = readJson(parseJson(card));
    if (found.length === 0) {
      throw new InputError('There is no model in the bill of materials.');
    }
    const problems =
      found.length > MAX_MODELS
        ? [
            `There are ${found.length} models; the first ${MAX_MODELS} are here.`,
          ]
        : [];
    const cards = found.slice(0, MAX_MODELS).map(modelCardOf);
    return { format, cards, problems };
  }
  if (/^\s*<(\?xml|bom|[a-z]+:bom)\b/i.test(card)) {
    throw new InputError(
      'The card is XML. Bills of materials are read in JSON: most tools write both.',
    );
  }
  if (card.length > MAX_MARKDOWN) {
    throw tooLong('The card', card.length, MAX_MARKDOWN);
  }
  const { problems, ...found } = readMarkdown(card);
  return { format: 'markdown', cards: [modelCardOf(found)], problems };
}
