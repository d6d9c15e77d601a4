import {
  AiGovernanceApi,
  ImportIssue,
  ImportIssuesQuery,
  ImportReport,
  noCounts,
  OrganizationScorecard,
  share,
  StateCounts,
  SubjectFilter,
  SubjectsQuery,
  SubjectSummary,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { NotFoundError } from '@backstage/errors';
import { scorecardOf } from './scorecards';

/** A subject in lists, with what a test cares for. */
export function subject(
  name: string,
  of: Partial<Omit<SubjectSummary, 'counts'>> & {
    counts?: Partial<StateCounts>;
  } = {},
): SubjectSummary {
  const counts = { ...noCounts(), pass: 3, fail: 1, ...of.counts };
  return {
    ref: `aisystem:default/${name}`,
    kind: 'aisystem',
    namespace: 'default',
    name,
    title: name,
    owner: 'group:default/lending',
    type: 'decision-support',
    lifecycle: 'production',
    sourcing: 'in-house',
    tier: 'high',
    level: 'bronze',
    share: share(counts),
    overdue: counts.expired,
    first: {
      controlId: 'RSK-01',
      title: 'Risk is assessed',
      state: 'fail',
      reason: 'There is no risk assessment.',
    },
    evaluatedAt: '2026-11-24T10:00:00.000Z',
    ...of,
    counts,
  };
}

/** A team whose group is in the default namespace. */
export function team(
  name: string,
  of: Parameters<typeof scorecardOf>[0] & {
    title?: string;
    parent?: string;
    own?: number;
  } = {},
): TeamScorecard {
  return {
    ...scorecardOf(of),
    ref: `group:default/${name}`,
    name,
    title: of.title ?? name,
    parent: of.parent && `group:default/${of.parent}`,
    own: of.own ?? 1,
  };
}

/** The API over what a test gives it; it pages as the server does, and remembers what it was asked. */
export class FakeAiGovernance implements Partial<AiGovernanceApi> {
  readonly asked: { subjects: SubjectsQuery[]; csv: SubjectFilter[] } = {
    subjects: [],
    csv: [],
  };
  subjectList: SubjectSummary[] = [];
  teams: TeamScorecard[] = [];
  organization: OrganizationScorecard = {
    ...scorecardOf({ subjects: 0 }),
    withoutTeam: {
      unowned: scorecardOf({ subjects: 0 }),
      ownedByPerson: scorecardOf({ subjects: 0 }),
    },
  };
  importReports: ImportReport[] = [];
  importIssueList: ImportIssue[] = [];
  sweptAt: string | null = '2026-11-24T10:00:00.000Z';
  sweepWarning: string | null = null;
  /** Thrown by every method while it is set. */
  failure?: Error;

  async subjects(query: SubjectsQuery = {}) {
    this.asked.subjects.push(query);
    this.#check();
    const refs = query.ref && [query.ref].flat();
    const all = this.subjectList.filter(s => !refs || refs.includes(s.ref));
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 20);
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
    };
  }

  async subjectsCsv(filter: SubjectFilter = {}) {
    this.asked.csv.push(filter);
    this.#check();
    return new Blob(['ref\n'], { type: 'text/csv' });
  }

  async facets() {
    this.#check();
    return {
      owner: [{ value: 'group:default/lending', count: 2 }],
      lifecycle: [{ value: 'production', count: 2 }],
      type: [{ value: 'agent', count: 1 }],
      sourcing: [
        { value: 'in-house', count: 1 },
        { value: 'vendor', count: 1 },
      ],
      kind: [{ value: 'aisystem', count: 2 }],
    };
  }

  async organizationScorecard() {
    this.#check();
    return this.organization;
  }

  async teamScorecards() {
    this.#check();
    return this.teams;
  }

  async teamScorecard(ref: string) {
    this.#check();
    const found = this.teams.find(t => t.ref === ref);
    if (!found) throw new NotFoundError(`No group ${ref}`);
    return found;
  }

  async inventory() {
    this.#check();
    return {
      sweptAt: this.sweptAt,
      seen: 2,
      warning: this.sweepWarning,
      waiting: 0,
    };
  }

  async sweep(options: { takeVanished?: boolean } = {}) {
    this.#check();
    if (options.takeVanished) this.sweepWarning = null;
    return {
      seen: 2,
      added: 0,
      changed: 0,
      returned: 0,
      gone: 3,
      failed: 0,
      warning: null,
    };
  }

  async imports() {
    this.#check();
    return this.importReports;
  }

  async importIssues(_id: string, query: ImportIssuesQuery = {}) {
    this.#check();
    const all = this.importIssueList.filter(
      issue => !query.outcome || issue.outcome === query.outcome,
    );
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 100);
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
    };
  }

  #check() {
    if (this.failure) throw this.failure;
  }
}
