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

/**
 * Types whose records are found, and where each is read, below the page of its entity. An engine may know documents by their location alone,
 * so no two have the same.
 */
export const foundTypes: Readonly<
  Record<string, (entry: Pick<RegisterEntry, 'recordId'>) => string>
> = {
  profile: () => '',
  'intended-use': () => '/intended-use',
  // each scenario has an anchor of its own
  'risk-assessment': () => '/risk',
  'threat-model': () => '/risk?type=threat-model',
  'impact-assessment': () => '/documents?type=impact-assessment',
  'data-sheet': () => '/documents?type=data-sheet',
  operations: () => '/documents?type=operations',
  'vendor-assessment': () => '/documents?type=vendor-assessment',
  change: ({ recordId }) => `/changes?see=${recordId}`,
  incident: ({ recordId }) => `/assurance?see=incident&of=${recordId}`,
  'corrective-action': ({ recordId }) =>
    `/assurance?see=corrective-action&of=${recordId}`,
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
    location: `${pageOf(entry.subject.ref, locationTemplate)}${foundTypes[type](
      entry,
    )}`,
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
      location: `${common.location}#scenario-${scenario.id}`,
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

function pageOf(ref: string, template: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return Object.entries({ kind, namespace, name }).reduce(
    (address, [part, value]) =>
      address.replace(`:${part}`, encodeURIComponent(value)),
    template,
  );
}
