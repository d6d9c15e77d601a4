import { SubjectSummary } from 'backstage-plugin-ai-governance-common';
import { random } from '../random';
import * as made from './documents';
import { Random } from './documents';

/** How long the made-up year is. */
export const YEAR = 365;

/** Where a record is written that a later one revises, by the key of its event. */
export type Held = ReadonlyMap<string, { recordId: string }>;

/** One thing that somebody states of a system. */
export interface Event {
  /** Days from the beginning of the year; negative: before it. */
  day: number;
  by:
    | 'robin.hale'
    | 'nadia.brooks'
    | 'owen.castle'
    | 'ida.perez'
    | 'tom.lindgren';
  type: string;
  /** Events of the same key revise one record. */
  key: string;
  data: (held: Held) => object;
}

const hashOf = (text: string) =>
  [...text].reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) | 0, 7);

const ownedByPeople: Record<string, Event['by']> = Object.fromEntries([
  ...['hhs', 'hhs.nih', 'hhs.cdc', 'hhs.cms', 'hhs.fda'].map(g => [
    `group:default/${g}`,
    'ida.perez',
  ]),
  ...['doj', 'doj.dea', 'doj.fbi', 'dhs', 'dhs.cbp', 'dhs.ice', 'doi']
    .concat('doi.usgs', 'va', 'usda')
    .map(g => [`group:default/${g}`, 'tom.lindgren']),
]);

/** How much is written in an agency, from 0 to 1: some have an office for it, some have nobody. */
const careOf = (owner: string | undefined) => {
  const agency = (owner ?? '').replace('group:default/', '').split('.')[0];
  return 0.1 + 0.75 * random(hashOf(agency)).next();
};

/**
 * What is stated of one system in the course of the year, in order; the same for the same system.
 *
 * @param dayOf - the date of a day of the year
 */
export function storyOf(
  { ref, owner, sourcing }: Pick<SubjectSummary, 'ref' | 'owner' | 'sourcing'>,
  dayOf: (day: number) => string,
): Event[] {
  const r = random(hashOf(ref));
  const care = Math.min(
    0.95,
    Math.max(0.03, careOf(owner) + (r.next() - 0.5) * 0.4),
  );
  const events: Event[] = [];
  const state = (event: Event) => events.push(event);
  const within = (from: number, to: number) => from + r.below(to - from);

  const document = (
    type: string,
    share: number,
    data: (inner: Random, day: number) => object,
  ) => {
    if (!r.chance(care * share)) return;
    for (let day = within(-150, 240); day < YEAR; day += within(120, 420)) {
      const fixed = data(r, day);
      state({ day, by: 'robin.hale', type, key: type, data: () => fixed });
      if (r.chance(0.35)) return;
    }
  };
  document('intended-use', 1.1, inner => made.intendedUse(inner, care));
  document('risk-assessment', 1, (inner, day) =>
    made.riskAssessment(inner, care, days => dayOf(day + days)),
  );
  document('operations', 0.6, inner => made.operations(inner, care));
  document('data-sheet', 0.5, inner => made.dataSheet(inner, care));
  document('impact-assessment', 0.5, inner =>
    made.impactAssessment(inner, care),
  );
  document('threat-model', 0.35, made.threatModel);
  if (sourcing?.startsWith('vendor')) {
    document('vendor-assessment', 0.6, (inner, day) =>
      made.vendorAssessment(inner, days => dayOf(day + days), care),
    );
  }

  for (let n = 0; r.chance(0.45) && n < 4; n++) {
    const data = made.change(r, n + 1);
    const day = within(1, YEAR);
    state({
      day,
      by: 'robin.hale',
      type: 'change',
      key: `change-${n}`,
      data: () => data,
    });
  }
  if (r.chance(care * 0.3)) {
    const every = r.oneOf([30, 90]);
    for (let day = within(1, 200); day < YEAR; day += every) {
      const id = `${ref} ${day}`;
      const data = made.monitoring(r, dayOf(day - every), dayOf(day - 1), id);
      state({
        day,
        by: 'robin.hale',
        type: 'monitoring',
        key: id,
        data: () => data,
      });
    }
  }

  const steps = (
    type: string,
    key: string,
    day: number,
    asked: object,
    decided: object,
  ) => {
    state({
      day,
      by: 'robin.hale',
      type,
      key,
      data: () => ({ ...asked, decision: 'requested' }),
    });
    if (r.chance(0.1)) return;
    state({
      day: day + within(3, 21),
      by: 'nadia.brooks',
      type,
      key,
      data: () => ({ ...asked, ...decided }),
    });
  };
  if (r.chance(0.3)) {
    const day = within(0, 200);
    const tier = r.oneOf(['limited', 'limited', 'minimal']);
    const reason = 'Made up: it informs nobody’s decision.';
    const expires = dayOf(day + within(150, 360));
    steps(
      'tier-override',
      'tier',
      day,
      { tier, reason, expires },
      { decision: 'approved' },
    );
  }
  if (r.chance(care * 0.6)) {
    const day = within(20, YEAR);
    const decision = r.oneOf([
      'approved',
      'approved',
      'approved',
      'rejected',
      'approved-with-conditions',
    ]);
    steps(
      'approval',
      'approval',
      day,
      { gate: 'deploy' },
      {
        decision,
        note: 'Made up.',
        ...(decision === 'approved-with-conditions' && {
          conditions: [
            {
              text: 'Show the figures of the first quarter.',
              due: dayOf(day + within(40, 200)),
            },
          ],
        }),
      },
    );
  }
  if (r.chance(0.12)) {
    const day = within(10, YEAR);
    const expires = dayOf(day + within(60, 160));
    const control = r.oneOf(['INV-05', 'DOC-03', 'RSK-01', 'INV-07', 'DOC-06']);
    const reason = 'Made up: the contract ends this year.';
    const compensating = 'Each output is read by two people.';
    steps(
      'exemption',
      'exemption',
      day,
      { control, reason, compensating, expires },
      { decision: 'approved' },
    );
  }

  if (r.chance(0.06)) {
    const day = within(1, 340);
    const detected = dayOf(day);
    const severity = r.oneOf(['low', 'medium', 'medium', 'high', 'critical']);
    const data = {
      title: 'A wrong draft was sent',
      kind: r.oneOf(['failure', 'misuse']),
      severity,
      detected,
      what: 'Made up: a draft went out that nobody had read.',
      affected: `${1 + r.below(40)} people`,
    };
    const by = 'robin.hale' as const;
    state({
      day,
      by,
      type: 'incident',
      key: 'incident',
      data: () => ({ ...data, status: 'open' }),
    });
    state({
      day: day + 1,
      by,
      type: 'corrective-action',
      key: 'action',
      data: held => ({
        title: 'Nothing is sent unread',
        from: { kind: 'incident', recordId: held.get('incident')?.recordId },
        severity,
        status: 'open',
        plan: 'Made up: sending asks for a second person.',
        owner: owner ?? 'user:default/robin.hale',
      }),
    });
    if (r.chance(0.6)) {
      state({
        day: day + within(2, 60),
        by,
        type: 'incident',
        key: 'incident',
        data: () => ({ ...data, status: 'resolved', cause: 'Haste.' }),
      });
    }
  }

  if (r.chance(care * 0.25)) {
    const day = within(30, YEAR);
    const control = r.oneOf(['DOC-01', 'RSK-01', 'OPS-01', 'INV-01']);
    const result = r.oneOf([
      'effective',
      'effective',
      'partly-effective',
      'not-effective',
    ]);
    state({
      day,
      by: 'owen.castle',
      type: 'control-test',
      key: 'test',
      data: () => ({
        control,
        testedOn: dayOf(day - 1),
        method: 'Made up: five cases were followed from end to end.',
        sample: '5 of 120 cases',
        result,
      }),
    });
  }
  const person = ownedByPeople[owner ?? ''];
  if (person && r.chance(0.6)) {
    for (let day = within(1, 330), n = 0; day < YEAR; day += 180, n++) {
      state({
        day,
        by: person,
        type: 'confirmation',
        key: `confirmation-${n}`,
        data: () => ({}),
      });
    }
  }
  return events
    .filter(({ day }) => day <= YEAR)
    .map((event, i) => ({ event, i }))
    .sort((a, b) => a.event.day - b.event.day || a.i - b.i)
    .map(({ event }) => event);
}
