/** Of whom and of what a route is asked. What is absent has the same form as what is there. */
export interface Target {
  system: string;
  registration: string;
  team: string;
  person: string;
  /** Of records: a change, a risk assessment, an approval, an incident. */
  change: string;
  risks: string;
  approval: string;
  incident: string;
}

/** What is sent beside the path, and what became of it where the answer is 200 either way. */
interface Probe {
  query?: string;
  body?(target: Target): object;
  outcome?(body: any): string;
  /** What those get who may, where there is nothing for it to do. */
  granted?: 400 | 404 | 409;
}

const today = new Date().toISOString().slice(0, 10);
const ref = ({ system }: Target) => `aisystem:default/${system}`;
const change = { kind: 'model', title: 'Newer model', why: 'Cheaper.' };
const first = ({ items }: any) => items[0].outcome;
const incident = {
  title: 'Wrong limit',
  kind: 'failure',
  severity: 'low',
  status: 'open',
  detected: today,
  what: 'It happened.',
};
export const registrationOf = ({ registration, team }: Target) => ({
  name: registration,
  title: 'Notes',
  type: 'embedded-feature',
  lifecycle: 'production',
  owner: `group:default/${team}`,
});

/** By operation. What reads and takes no query needs no line; what writes does. */
export const probes: Record<string, Probe> = {
  'list-deciders': { query: 'kind=approval' },
  // of what was asked for only: nothing is decided by it
  'list-changed-since': { granted: 400 },
  // none was taken yet
  'get-checkpoint': { granted: 404 },
  'list-records': { query: 'type=change' },
  'list-organization-records': { query: 'type=objective' },
  'refresh-subject': {},
  'sweep-inventory': { body: () => ({}) },
  'append-record': { body: () => ({ type: 'incident', data: incident }) },
  // of what does not say that it had another name
  'continue-history': {
    granted: 409,
    body: () => ({ from: 'aisystem:default/former', reason: 'The same.' }),
  },
  'redact-revision': { body: () => ({ reason: 'Names somebody.' }) },
  'confirm-many': {
    body: target => ({ subjects: [ref(target)], dryRun: true }),
    outcome: first,
  },
  'assign-many': {
    body: ({ risks, team }) => ({
      items: [{ recordId: risks, baseRevision: 1, scenarios: ['drift'] }],
      owner: `group:default/${team}`,
      due: today,
    }),
    outcome: first,
  },
  'assign-owners': {
    body: ({ registration, team }) => ({
      subjects: [{ ref: `aisystem:default/${registration}`, baseRevision: 1 }],
      owner: `group:default/${team}`,
    }),
    outcome: first,
  },
  'import-records': {
    body: target => ({
      type: 'vendor-assessment',
      csv: `System,Product\n${ref(target)},Scorer\n`,
      mapping: {
        subject: { column: 'System' },
        fields: { product: { column: 'Product' } },
      },
    }),
    outcome: ({ systems }) => systems[0]?.outcome ?? 'refused',
  },
  'register-system': {
    body: target => ({
      data: registrationOf({ ...target, registration: `new-${target.system}` }),
    }),
  },
  'revise-registration': {
    body: target => ({
      data: { ...registrationOf(target), title: 'Notes, anew' },
      baseRevision: 1,
    }),
  },
  'report-monitoring': {
    body: target => ({
      reports: [
        {
          subject: ref(target),
          source: 'nightly',
          period: { from: today, to: today },
          drift: { found: 'None.' },
        },
      ],
    }),
    outcome: first,
  },
  'report-alerts': {
    body: target => ({
      version: '4',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'Low', ai_system: ref(target) },
          annotations: { summary: 'Accuracy is low' },
          startsAt: `${today}T00:00:00Z`,
          fingerprint: 'f1',
        },
      ],
    }),
    outcome: first,
  },
  'report-evidently': {
    body: target => ({
      metrics: [{ metric_name: 'RowCount()', value: 7 }],
      metadata: { ai_system: ref(target) },
    }),
    outcome: first,
  },
  'append-organization-record': {
    body: () => ({
      type: 'objective',
      data: {
        title: 'Assess every risk',
        measure: 'Systems with a current assessment',
        unit: '%',
        direction: 'at-least',
        target: 95,
        owner: 'group:default/office',
        due: today,
        plan: 'Ask each quarter.',
        status: 'open',
      },
    }),
  },
  'append-person-record': {
    body: () => ({
      type: 'training',
      data: { course: 'AI basics', completed: today },
    }),
  },
  'upload-completions': {
    body: ({ person }) => ({
      csv: `person,course,completed\nuser:default/${person},AI basics,${today}\n`,
      dryRun: true,
    }),
  },
};

/** By action; each of an agent that works for somebody. */
export const actionInputs: Record<string, (target: Target) => object> = {
  'list-systems': () => ({}),
  'describe-system': target => ({ system: ref(target) }),
  'get-posture': target => ({ system: ref(target) }),
  'get-organization-scorecard': () => ({}),
  'list-teams': () => ({}),
  'get-team-scorecard': ({ team }) => ({ team: `group:default/${team}` }),
  'list-work': () => ({ scope: 'all' }),
  'get-records': target => ({ system: ref(target), type: 'change' }),
  'get-record-history': target => ({ recordId: target.change }),
  'get-record-type': () => ({ type: 'change' }),
  'append-record': target => ({
    system: ref(target),
    type: 'change',
    data: change,
  }),
};

/** A part of a path, by the segment before it where its name alone does not say of what it is. */
export function partOf(path: string, name: string, target: Target): string {
  if (path.startsWith('/records/{id}')) {
    const of = path.endsWith('changed-since') ? target.approval : target.change;
    if (name === 'id') return of;
  }
  if (path.startsWith('/scorecards/teams/') && name === 'name') {
    return target.team;
  }
  if (path.startsWith('/people/') && name === 'name') return target.person;
  if (path.startsWith('/registrations/') && name === 'name') {
    return target.registration;
  }
  const known: Record<string, string> = {
    kind: 'aisystem',
    namespace: 'default',
    name: target.system,
    recordId: target.incident,
    revision: '1',
    number: '1',
    family: 'DOC',
  };
  if (path.startsWith('/frameworks/') && name === 'id') return 'iso-42001';
  if (path.startsWith('/scorecards/named/') && name === 'id') {
    return 'iso-42001-baseline';
  }
  if (known[name] === undefined) {
    throw new Error(`What is ${name} of ${path}? Add it here.`);
  }
  return known[name];
}
