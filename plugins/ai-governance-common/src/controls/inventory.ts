import { parseEntityRef } from '@backstage/catalog-model';
import { plus } from '../instant';
import { policyTier } from '../policy/policyTier';
import { Confirmation } from '../records/confirmation';
import { ofHighAndLimited } from './asked';
import {
  Control,
  euAiAct,
  fail,
  iso,
  iso27001,
  nist,
  nist800171,
  notReported,
  pass,
} from './Control';
import { withData } from './lastToEnd';
import { untilDue } from './untilDue';

const source = (label: string) => ({ label, place: 'source' as const });
const list = (items: readonly string[]) => items.join(', ');

export const inventoryControls: readonly Control[] = [
  {
    id: 'INV-01',
    version: 1,
    family: 'INV',
    title: 'Owned',
    level: 'bronze',
    holdsWhen:
      'the owner is a group or user that the catalog has, and the group has members',
    appliesTo: 'all',
    references: [
      ...iso('5.3', 'A.3.2'),
      ...nist('GOVERN 2.1'),
      ...iso27001('A.5.2', 'A.5.9'),
    ],
    remediation: source('Set the owner'),
    evaluate: ({ profile, entity }) => {
      if (!profile.owner) {
        return notReported('No owner is declared: set spec.owner.');
      }
      const { kind } = parseEntityRef(profile.owner);
      if (kind !== 'group' && kind !== 'user') {
        return fail(
          `The owner ${profile.owner} is neither a group nor a user: name one that is.`,
        );
      }
      const facts = entity(profile.owner);
      if (!facts?.present) {
        return fail(
          `The owner ${profile.owner} is not in the catalog: name a group or user that is.`,
        );
      }
      if (kind === 'group' && !facts.members) {
        return fail(
          `The owning group ${profile.owner} has no members: nobody answers for this.`,
        );
      }
      return pass(`Owned by ${profile.owner}.`);
    },
  },
  {
    id: 'INV-02',
    version: 1,
    family: 'INV',
    title: 'Accountable leader named',
    level: 'bronze',
    holdsWhen: 'an accountable leader is named and still in the catalog',
    appliesTo: 'high and limited',
    references: [
      ...iso('5.1', 'A.3.2'),
      ...nist('GOVERN 2.3'),
      ...iso27001('A.5.4'),
    ],
    remediation: source('Name the accountable leader'),
    notApplicable: ofHighAndLimited,
    evaluate: ({ profile, declaredAt, entity }) => {
      if (!profile.accountable) {
        return notReported(
          `No accountable leader is named: set ${declaredAt}.accountable.`,
        );
      }
      return entity(profile.accountable)?.present
        ? pass(`${profile.accountable} is accountable.`)
        : fail(
            `The accountable leader ${profile.accountable} is not in the catalog: name somebody who is.`,
          );
    },
  },
  {
    id: 'INV-03',
    version: 1,
    family: 'INV',
    title: 'Business purpose stated',
    level: 'bronze',
    holdsWhen: 'the business purpose is stated',
    appliesTo: 'all',
    references: [...iso('A.9.3'), ...nist('MAP 1.1')],
    remediation: source('State the purpose'),
    evaluate: ({ profile, declaredAt }) =>
      profile.purpose?.trim()
        ? pass('The business purpose is stated.')
        : notReported(
            `No business purpose is stated: set ${declaredAt}.purpose.`,
          ),
  },
  {
    id: 'INV-04',
    version: 1,
    family: 'INV',
    title: 'Data classified',
    level: 'bronze',
    holdsWhen: 'the classification and categories of the data are declared',
    appliesTo: 'all',
    references: [...iso('A.4.3'), ...nist('MAP 2.1'), ...iso27001('A.5.12')],
    remediation: source('Declare the data'),
    evaluate: ({ profile: { data }, declaredAt }) => {
      if (data?.classification && data.categories) {
        return pass(
          `Data is ${data.classification}: ${
            list(data.categories) || 'no special categories'
          }.`,
        );
      }
      const missing = [
        ...(data?.classification ? [] : ['data.classification']),
        ...(data?.categories ? [] : ['data.categories']),
      ];
      return notReported(
        `Not declared: ${list(
          missing.map(field => `${declaredAt}.${field}`),
        )}.`,
      );
    },
  },
  {
    id: 'INV-05',
    version: 1,
    family: 'INV',
    title: 'Data sources known',
    level: 'silver',
    holdsWhen: 'the data sources are declared, and each is in the catalog',
    appliesTo: 'all but vendor features',
    references: [
      ...iso('A.7.3', 'A.7.5'),
      ...nist('MAP 2.3'),
      ...iso27001('A.5.9'),
    ],
    remediation: source('Declare the data sources'),
    notApplicable: ({ profile }) =>
      profile.sourcing === 'vendor-feature'
        ? 'The data of a vendor feature is the vendor product’s own.'
        : undefined,
    evaluate: ({ profile, declaredAt, entity }) => {
      const sources = profile.data?.sources;
      if (sources === undefined) {
        return notReported(
          `No data sources are declared: set ${declaredAt}.data.sources, [] if there are none.`,
        );
      }
      // every source is asked for, so that each is an input of this result
      const missing = sources.filter(ref => !entity(ref)?.present);
      if (missing.length > 0)
        return fail(`Not in the catalog: ${list(missing)}.`);
      return pass(
        sources.length === 0
          ? 'Declared to use no data sources.'
          : `In the catalog: ${list(sources)}.`,
      );
    },
  },
  {
    id: 'INV-06',
    version: 1,
    family: 'INV',
    title: 'Tier decided',
    level: 'bronze',
    holdsWhen: 'the questions that decide the tier are answered',
    appliesTo: 'all',
    references: [
      ...iso('6.1.2', 'A.5.2'),
      ...nist('MAP 1.1'),
      ...euAiAct('Art.6(3)'),
    ],
    remediation: source('Answer the questions'),
    evaluate: ({ tier, declaredAt }) => {
      const open = tier.reasons.flatMap(({ unanswered }) =>
        unanswered ? [`${declaredAt}.${unanswered}`] : [],
      );
      return open.length === 0
        ? pass('Every question that decides the tier is answered.')
        : notReported(
            `Not answered: ${list(open)}. Each counts as its gravest answer.`,
          );
    },
  },
  {
    id: 'INV-07',
    version: 1,
    family: 'INV',
    title: 'Models identified',
    level: 'bronze',
    holdsWhen: 'each model in use and its provider are identified',
    appliesTo: 'all',
    references: [
      ...iso('A.4.4', 'A.6.2.3'),
      ...nist('MAP 2.1'),
      ...iso27001('A.5.9'),
      ...nist800171('3.4.1'),
    ],
    remediation: source('Name the models'),
    evaluate: ({ profile: { models }, declaredAt }) =>
      models?.length
        ? pass(`In use: ${list(models.map(m => `${m.provider} ${m.name}`))}.`)
        : notReported(
            `No model is named: set ${declaredAt}.models, each with provider and name.`,
          ),
  },
  {
    id: 'INV-08',
    version: 2,
    family: 'INV',
    title: 'Entry confirmed',
    level: 'silver',
    holdsWhen: 'the owner has confirmed the entry within its cadence',
    appliesTo: 'all',
    references: [
      ...iso('4.3', 'A.4.2'),
      ...nist('GOVERN 1.6'),
      ...iso27001('A.5.9'),
      ...nist800171('3.4.1'),
    ],
    remediation: { label: 'Confirm the entry', place: 'assurance' },
    evaluate: ({ at, entries, policy, tier }) => {
      const last = withData<Confirmation>(
        entries<Confirmation | null>('confirmation'),
      )
        .map(c => c.effectiveAt)
        .sort()
        .at(-1);
      if (!last) return notReported('Nobody has confirmed that it is right.');
      const cadence = policy.cadences.confirmation[policyTier(tier.tier)];
      return untilDue(
        at,
        { since: last, due: plus(last, cadence) },
        policy.warningWindow,
        {
          holds: 'The entry was confirmed within its cadence.',
          lapsed: 'The entry was not confirmed again in time.',
        },
      );
    },
  },
];
