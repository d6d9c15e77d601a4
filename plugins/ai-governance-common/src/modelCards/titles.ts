import { spellingKey } from '../text';
import { Target } from './Statement';

/** What a title leads to: a field, or nothing that these documents ask for. */
export type TitleTarget = Target | 'none';

/** A title as it is compared: without marks of templates, numbers, signs and emphasis. */
export function titleKey(title: string): string {
  return spellingKey(title)
    .replace(/[[(](optional|nlp|s)[\])]/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/^[\d.)\s]+(?=\p{Letter})/u, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

const use = '(use|uses|usage|use cases?)';

/**
 * By the titles of the templates of Hugging Face (huggingface_hub, templates/modelcard_template.md; the older one of transformers), of
 * Mitchell et al. (2019), "Model Cards for Model Reporting", https://arxiv.org/abs/1810.03993, section 4, and of published cards. The first
 * that fits counts.
 */
const rules: readonly (readonly [RegExp, TitleTarget])[] = [
  // pieces of code, as a rule
  [/^((example|basic|sample) )?usage( examples?)?$/, 'none'],
  // what must not be done, also where the title names more
  [
    /\b(out of scope|misuses?|malicious|prohibited|excluded|unsupported|unintended|disallowed|forbidden)\b/,
    'intended-use.outOfScope',
  ],
  [/^not (intended|suitable|recommended)\b/, 'intended-use.outOfScope'],
  [
    /^(primary |secondary |intended |target |expected |model )*(users?|audience|stakeholders)$/,
    'intended-use.users',
  ],
  [
    new RegExp(
      `^(direct|downstream|primary|secondary|evaluated|supported|in scope|potential|suitable)( intended)? ${use}( .*downstream)?$`,
    ),
    'intended-use.inScope',
  ],
  [/^((intended|recommended) )?use cases?$/, 'intended-use.inScope'],
  [
    new RegExp(`^(intended|recommended) ${use} and limitations$`),
    'intended-use.purpose',
  ],
  [
    new RegExp(`^((model|intended) )?(${use}|purpose|application)s?$`),
    'intended-use.purpose',
  ],
  [
    /^(known |algorithmic |social )*(bias(es)?|fairness)( and (bias(es)?|fairness))?( (assessments?|considerations|analysis))?$/,
    'data-sheet.bias',
  ],
  [/\blimitations?\b/, 'intended-use.limitations'],
  [
    /^(bias(es)?|risks?|harms?|ethics|ethical|caveats|known issues|failure modes|weaknesses|trade ?offs|performance tradeoffs|broader implications|known risks)( and)?( (bias(es)?|risks?|harms?|considerations|caveats|recommendations))*$/,
    'intended-use.limitations',
  ],
  [
    /^(recommendations?( for use)?|usage guidelines?|guidance|best practices|user guidance|acceptable use)$/,
    'intended-use.guidance',
  ],
  [/^(human oversight|human in the loop)$/, 'intended-use.oversight'],
  [/^assumptions$/, 'intended-use.assumptions'],
  [
    /^((model|data|expected) )?inputs?( (formats?|modalit(y|ies)|data|specification))?$/,
    'intended-use.inputs',
  ],
  [
    /^((model|data|expected) )?outputs?( (formats?|modalit(y|ies)|data|specification))?$/,
    'intended-use.outputs',
  ],
  [
    /^(data |training data |dataset )?(pre ?processing|preparation|cleaning|curation|filtering)$/,
    'data-sheet.preparation',
  ],
  [
    /^(fine ?tuning|instruction( tuning)?|post training|alignment) (data|datasets?|data ?sets?)$/,
    'data-sheet.tuning',
  ],
  [
    /^(testing|test|evaluation|validation|benchmark) (data|datasets?|data ?sets?)$/,
    'data-sheet.reference',
  ],
  [
    /^(training|pre ?training|train) (data|datasets?|data ?sets?|corpus|corpora)( sources)?$/,
    'data-sheet.training',
  ],
  [
    /^(data|datasets?|data ?sets?|data sources?|dataset (details|specs?|description))$/,
    'data-sheet.description',
  ],
  [
    /^((model|brief|short|general) )?(details|description|summary|information|overview|introduction|about)( of the model)?$/,
    'fact.description',
  ],
  [
    /^((model|developing|responsible) )?(developers?|providers?|creators?|publisher|vendor|organi[sz]ation( developing the model)?|author|authors|owners?)$|^(developed|created|built|provided|published|trained|shared) by$/,
    'fact.developer',
  ],
  [/^((model|code|weights) )?licen[cs]e( type)?$/, 'fact.license'],
  [
    /^(fine ?tuned from|base|parent|foundation)( model)?$|^base model structure$/,
    'fact.baseModel',
  ],
  [/^(model )?(task|pipeline tag)$/, 'fact.task'],
  [/^model name$/, 'fact.name'],
  // known, and not asked for here: what stands below is no part of what stands around it
  [
    /^(evaluation|evaluations|results|performance|benchmarks?|benchmark (performance|scores)|training|(model|training|environmental) specs|metrics|testing|factors|quantitative analys[ei]s|evaluation results|training (details|procedure|factors|hyperparameters|energy use|.*emissions)|hyperparameters|environmental impact|technical specifications?|hardware|software|hardware and software|compute infrastructure|model architecture( and objective)?|architecture|citation( details| information)?|bibtex|cite as|references|links|resources|contact|model card (authors?|contact)|glossary|more information|additional information|how to (get started|use|run|cite).*|getting started.*|quick ?start|installation|setup|download.*|requirements|examples?|inference.*|acknowledge?ments?|contributing|changelog|model (date|type|version|versions|sources|examination|release date)|release date|release notes|language|languages|repository|paper.*|demo|feedback|where to send.*|framework versions|table of contents|benefits|evaluated benchmarks|speeds sizes times)$/,
    'none',
  ],
];

/** What a title of a section, or a label, leads to; undefined where nothing is known of it. */
export function targetOf(title: string): TitleTarget | undefined {
  const key = titleKey(title);
  return rules.find(([pattern]) => pattern.test(key))?.[1];
}

const isDocument = (target: TitleTarget | undefined) =>
  target !== undefined && target !== 'none' && !target.startsWith('fact.');

/**
 * What a title leads to where it stands.
 *
 * Below a title that leads to a field, what is not known belongs to that field, and so does a general
 * word such as "Overview"; what is below a title that nobody asks for is not asked for either.
 */
export function targetBelow(
  title: string,
  above: TitleTarget | undefined,
  isNested = false,
): TitleTarget | undefined {
  const own = targetOf(title);
  // an overview of a part is none of the model
  const ofAPart =
    isNested &&
    own === 'fact.description' &&
    above !== 'fact.description' &&
    !/\b(model|description)\b/.test(titleKey(title));
  const general =
    own === undefined ||
    ofAPart ||
    (own === 'fact.description' && isDocument(above)) ||
    (own === 'data-sheet.description' && above?.startsWith('data-sheet.'));
  if (!general) return own;
  return isDocument(above) || above === 'none' ? above : undefined;
}

/**
 * What a label within a section leads to, such as `**Intended users:**`; undefined where it is a part of the section.
 */
export function targetWithin(
  label: string,
  section: TitleTarget | undefined,
): TitleTarget | undefined {
  const own = targetBelow(label, section);
  if (section === 'none') {
    // what is asked of data is told among how the model was trained
    return own?.startsWith('data-sheet.') && own !== 'data-sheet.description'
      ? own
      : undefined;
  }
  if (!isDocument(section)) return own;
  // "use cases" among limitations are those that it is not fit for
  const isUse =
    own === 'intended-use.purpose' || own === 'intended-use.inScope';
  if (isUse && section === 'intended-use.limitations') return undefined;
  return own !== section && isDocument(own) ? own : undefined;
}
