import { parseEntityRef } from '@backstage/catalog-model';
import { IndexableDocument } from '@backstage/plugin-search-common';
import {
  plainLine,
  recordTypeOf,
  RegisterEntry,
  RiskAssessment,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';

/**
 * What is found: an AI system, a document of it, a risk or an incident.
 *
 * @public
 */
export interface AiGovernanceDocument extends IndexableDocument {
  /** Full reference of the subject, lower case. */
  subjectRef: string;
  subjectTitle: string;
  /** What it is: `ai-system`, `risk`, or the type of the record, such as `intended-use`. */
  about: string;
  /** The same in words, such as `Intended use`. */
  aboutTitle: string;
  /** Tier of the subject; `unknown` until it is evaluated. */
  tier: string;
  /** Full reference of the owner; empty where nobody is. */
  owner: string;
}

/** What the index knows of a subject beside its records. */
export type KnownSubject = Pick<SubjectSummary, 'tier'>;

/** Types whose records are found, and the tab of the entity's page where each is read; the page itself where there is none. */
export const foundTypes: Readonly<Record<string, string>> = {
  profile: '',
  'intended-use': 'intended-use',
  'risk-assessment': 'risk',
  'threat-model': 'risk',
  'impact-assessment': 'documents',
  'data-sheet': 'documents',
  operations: 'documents',
  'vendor-assessment': 'documents',
  change: 'changes',
  incident: 'assurance',
  'corrective-action': 'assurance',
};

/** Markdown of a document may be long: what is said first is what is looked for. In characters. */
const longest = 20_000;

/** What can be found of a record: one document, or one for each risk of an assessment; none of a record whose data were erased. */
export function documentsOf(
  entry: RegisterEntry,
  subject: KnownSubject | undefined,
  locationTemplate: string,
): AiGovernanceDocument[] {
  const { type, data } = entry;
  const declared = recordTypeOf(type);
  if (!data || !declared) return [];
  const common = {
    location: locationOf(entry.subject.ref, foundTypes[type], locationTemplate),
    subjectRef: entry.subject.ref,
    subjectTitle: entry.subject.title,
    tier: subject?.tier ?? 'unknown',
    owner: entry.subject.owner ?? '',
    authorization: { resourceRef: entry.subject.ref },
  };
  const of = (about: string, aboutTitle: string, title: string) => ({
    ...common,
    about,
    aboutTitle,
    title,
  });
  if (type === 'profile') {
    return [
      {
        ...of('ai-system', 'AI system', entry.subject.title),
        text: textOf(data),
      },
    ];
  }
  if (type === 'risk-assessment') {
    return (data as RiskAssessment).scenarios.map(scenario => ({
      ...of('risk', 'Risk', scenario.title),
      text: textOf(scenario),
    }));
  }
  return [
    {
      ...of(type, declared.title, `${entry.subject.title}: ${declared.title}`),
      text: textOf(data),
    },
  ];
}

/** The sentences of a record as plain text; its marks, dates, references and single words of choice are left out. */
export function textOf(data: unknown): string {
  return sentencesIn(data).join(' ').slice(0, longest);
}

function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /\s/.test(value.trim()) ? [plainLine(value, longest)] : [];
  }
  if (Array.isArray(value)) return value.flatMap(sentencesIn);
  if (value && typeof value === 'object') {
    return Object.values(value).flatMap(sentencesIn);
  }
  return [];
}

function locationOf(ref: string, tab: string, template: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const page = Object.entries({ kind, namespace, name }).reduce(
    (address, [part, value]) =>
      address.replace(`:${part}`, encodeURIComponent(value)),
    template,
  );
  return tab ? `${page}/${tab}` : page;
}
