import { cleanText, letterKey } from '../text';

/** What stands in a field that nobody has filled in, whatever signs and brackets are around it. */
const unfilled = [
  /^(more|further|additional) info(rmation)?( is)? (needed|required)( for .{0,60})?$/,
  /^(needs|requires) more info(rmation)?$/,
  /^(to be|will be) (added|announced|completed|confirmed|decided|defined|described|determined|documented|filled in|provided|updated|written)( (later|soon))?$/,
  /^(tbd|tba|tbc|todo|to do|fixme|wip|work in progress|coming soon|xxx+|placeholder|lorem ipsum.*)$/,
  /^(n ?\/? ?a|none|nil|unknown|not (available|given|known|provided|specified|stated|documented)|unspecified)$/,
  /^(optional|required|recommended)$/,
  /^(insert|enter|add|write|describe|put|fill in|your) .{0,80}\b(here|above|below)$/,
  /\bgoes here$/,
];

/**
 * Sentences of templates that say nothing of a model.
 * Sources: huggingface_hub, templates/modelcard_template.md (Apache-2.0); CycloneDX 1.7 JSON schema, descriptions below `modelCard`
 * (Apache-2.0), as its own test resources have them.
 */
const ofTemplates = new Set(
  [
    'Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model.',
    'Use the code below to get started with the model.',
    'Provide a quick summary of what the model is/does.',
    'Provide a longer summary of what this model is.',
    'This modelcard aims to be a base template for new models. It has been generated using this raw template.',
    'This model card has been automatically generated.',
    'This is the model card of a 🤗 transformers model that has been pushed on the Hub. This model card has been automatically generated.',
    'Model ID',
    'The architecture of the model.',
    'The name of the risk',
    'Strategy used to address this risk',
    'The groups or individuals at risk of being systematically disadvantaged by the model',
    'Expected benefits to the identified groups',
    'Expected harms to the identified groups',
    'With respect to the benefits and harms outlined, please describe any mitigation strategy implemented.',
  ].map(letterKey),
);

/** Words that a template has in front of what is to be filled in, or after what is filled in. */
const marks = /^(optional|e ?\.? ?g|example)\b[:.]?/;

const sentencesOf = (text: string) =>
  text.split(/(?<=[.?!])\s+(?=\S)/u).filter(Boolean);

function isUnfilled(sentence: string): boolean {
  const key = letterKey(sentence);
  if (!key && !/[^\x20-\x7e]/.test(sentence)) return true;
  // what somebody is asked is no answer
  if (/\?$/.test(sentence.trim())) return true;
  // Jinja and the like, or all of it within brackets that ask to be replaced
  if (
    /^(\{\{.*\}\}|\{%.*%\}|<[^<>]*>|\[[^\]]*\.\.\.\]|\$\{.*\})$/.test(sentence)
  )
    return true;
  if (ofTemplates.has(key)) return true;
  const words = sentence
    .toLocaleLowerCase('en-US')
    .replace(/[*_`~[\](){}<>"'“”.…:;!-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(marks, '')
    .trim();
  return words === '' || unfilled.some(pattern => pattern.test(words));
}

/**
 * Whether a text is what a template has where somebody was to write: "[More Information Needed]", "TBD", "-", a question, nothing. A text
 * of several sentences says nothing when none of them does.
 *
 * @param text - plain text
 */
export function saysNothing(text: string): boolean {
  return sentencesOf(cleanText(text)).every(isUnfilled);
}

/**
 * Whether a value repeats the name of its own field, as examples of a format do: `overview: overview`, `limitations: limitations1`.
 *
 * @param keys - names of the fields that it lies in, from the outside in
 */
export function repeatsItsName(text: string, keys: readonly string[]): boolean {
  const bare = (word: string) => letterKey(word).replace(/\d+$/, '');
  const value = bare(text);
  const last = keys.slice(-2).map(bare);
  return value !== '' && [...last, last.join('')].includes(value);
}
