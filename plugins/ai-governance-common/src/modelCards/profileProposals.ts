import { cleanText, cutText, letterKey } from '../text';
import { plainLine } from '../records/plainLine';
import { CardProposal } from './ModelCard';
import { Statement } from './Statement';

/** Tasks of the Hub by what a system that does nothing else is. Source: https://huggingface.co/tasks. */
const predicting =
  /^(.*-classification|.*-regression|.*-forecasting|object-detection|.*-segmentation|depth-estimation|token-classification|fill-mask|.*-ranking|feature-extraction|sentence-similarity|keypoint-detection)$/;
const generating =
  /^(text-generation|text2text-generation|conversational|summarization|translation|.*-to-(text|image|video|audio|speech|3d)|image-text-to-text|any-to-any|.*question-answering|automatic-speech-recognition|text-to-.*)$/;

/** Licences of https://opensource.org/licenses and https://creativecommons.org that let anybody use, change and share, as cards spell them. */
const open =
  /^(apache(license)?(version)?20?|mit(license)?|bsd\w*|isc|a?gpl\w*|lgpl\w*|mpl20?|unlicense|cc010?|ccby(sa)?40|epl20|ecl20|zlib)$/;

const first = (statements: readonly Statement[], target: Statement['target']) =>
  statements.find(statement => statement.target === target);

/** A name without the sentence that it may stand in, such as "The FAIR team of Meta AI." */
const asName = (text: string, max: number) =>
  cutText(cleanText(text).replace(/\.$/, ''), max);

/** A version that people say: no commit. */
const isSpoken = (version: string) =>
  /^v?\d{1,6}(\.\w{1,8})*(-[\w.]{1,12})?$/i.test(version);

function modelProposal(statements: readonly Statement[]): CardProposal[] {
  const name = first(statements, 'fact.name');
  const developer = first(statements, 'fact.developer');
  const version = first(statements, 'fact.version');
  if (!name && !developer) return [];
  const said = name?.text ?? '';
  const [, owner, ofOwner] = /^([^/\s]+)\/([^/\s]+)$/.exec(said) ?? [];
  const provider = developer ? developer.text : owner ?? '';
  const spoken =
    version &&
    isSpoken(version.text) &&
    !letterKey(said).includes(letterKey(version.text));
  const called = ofOwner ?? plainLine(said);
  const missing = [
    ...(provider === '' ? ['who provides the model'] : []),
    ...(called === '' ? ['which model of theirs it is'] : []),
  ].join(' and ');
  return [
    {
      document: 'profile',
      field: 'models',
      value: [
        {
          provider: asName(provider, 120),
          name: asName(spoken ? `${called} ${version.text}` : called, 200),
        },
      ],
      origins: [name, developer, spoken ? version : undefined].flatMap(s =>
        s ? [s.origin] : [],
      ),
      ...(missing && { note: `The card does not say ${missing}.` }),
    },
  ];
}

/** What a card says of the profile: of the model, that is. Its use, and with it the tier, no card knows. */
export function profileProposals(
  statements: readonly Statement[],
  description: Statement | undefined,
): CardProposal[] {
  const name = first(statements, 'fact.name');
  const task = first(statements, 'fact.task');
  const license = first(statements, 'fact.license');
  const autonomy = first(statements, 'fact.autonomy');
  const personal = first(statements, 'fact.personalData');
  const proposals: CardProposal[] = [];
  const propose = (
    field: string,
    value: unknown,
    from: Statement,
    note: string,
    deduced = true,
  ) =>
    proposals.push({
      document: 'profile',
      field,
      value,
      origins: [from.origin],
      note,
      ...(deduced && { deduced }),
    });

  if (name) {
    const called = name.text.replace(/^[^/\s]+\/(?=[^/\s]+$)/, '');
    propose(
      'title',
      asName(plainLine(called), 200),
      name,
      'It is the name of the model. Call the system what people call it where you work.',
      false,
    );
  }
  if (description) {
    propose(
      'purpose',
      plainLine(description.text, 500),
      description,
      'It is what the model is. Say what your system uses it for.',
    );
  }
  proposals.push(...modelProposal(statements));
  const doing = task?.text.toLocaleLowerCase('en-US').replace(/[\s_]+/g, '-');
  if (task && doing && (predicting.test(doing) || generating.test(doing))) {
    propose(
      'type',
      predicting.test(doing) ? 'predictive-model' : 'generative-assistant',
      task,
      `The model is made for ${task.text}; your system may be something else.`,
    );
  }
  if (license && open.test(letterKey(license.text))) {
    propose(
      'sourcing',
      'open-source',
      license,
      `Its licence is ${license.text}. It may still come to you through a vendor.`,
    );
  }
  if (autonomy) {
    propose(
      'oversight',
      autonomy.text === 'yes' ? 'human-out-of-the-loop' : 'human-in-the-loop',
      autonomy,
      autonomy.text === 'yes'
        ? 'The card says that it acts without people.'
        : 'The card says that it does not act without people.',
    );
  }
  if (personal) {
    propose(
      'data',
      { categories: ['personal'] },
      personal,
      'The model was built with sensitive personal data. What your system works with is for you to say.',
    );
  }
  return proposals;
}
