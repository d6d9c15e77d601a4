import { approvalGates } from '../records/approval';
import { restrictedUses } from '../decisions/mayDecide';
import { approvedNow, askForApproval } from './approvedNow';
import { ofVendors } from './asked';
import {
  Control,
  euAiAct,
  fail,
  iso,
  iso27001,
  nist,
  notReported,
  pass,
} from './Control';

const same = (a: string, b: string) =>
  a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');

export const policyControls: readonly Control[] = [
  {
    id: 'POL-01',
    version: 2,
    family: 'POL',
    title: 'Use allowed',
    level: 'bronze',
    holdsWhen: 'no use is prohibited, and every restricted use is approved',
    appliesTo: 'all',
    references: [
      ...iso('A.9.2', 'A.2.2'),
      ...nist('GOVERN 1.2'),
      ...euAiAct(
        'Art.5(1)(a)',
        'Art.5(1)(b)',
        'Art.5(1)(c)',
        'Art.5(1)(d)',
        'Art.5(1)(e)',
        'Art.5(1)(f)',
        'Art.5(1)(g)',
        'Art.5(1)(h)',
      ),
      ...iso27001('A.5.10'),
    ],
    remediation: { label: 'Declare the uses', place: 'source' },
    remedies: { approval: askForApproval },
    notApplicable: ({ policy, tier }) =>
      policy.uses.length === 0 && tier.tier !== 'prohibited'
        ? 'The policy lists no uses.'
        : undefined,
    evaluate: context => {
      const { profile, policy, tier, declaredAt } = context;
      if (tier.tier === 'prohibited') {
        return fail(
          tier.reasons
            .filter(r => r.tier === 'prohibited')
            .map(r => r.text)
            .join(' '),
        );
      }
      if (!profile.uses?.length) {
        return notReported(
          `No use is declared: set ${declaredAt}.uses to ids of the policy's list.`,
        );
      }
      const titles = new Map(policy.uses.map(u => [u.id, u.title]));
      const unknown = profile.uses.filter(id => !titles.has(id));
      if (unknown.length > 0) {
        return fail(
          `The policy does not list: ${unknown.join(
            ', ',
          )}. Name a use that it lists, or have it added there.`,
        );
      }
      const named = (ids: readonly string[]) =>
        ids.map(id => `“${titles.get(id)}”`).join(', ');
      const restricted = restrictedUses(profile, policy);
      if (restricted.length === 0) {
        return pass(`The policy allows ${named(profile.uses)}.`);
      }
      const { next, ...now } = approvedNow(context, approvalGates);
      const remedy = 'approval';
      const restricts = `The policy restricts ${named(
        restricted,
      )}: it takes an approval.`;
      return {
        ...now,
        reason: `${restricts} ${now.reason}`,
        remedy,
        ...(next && {
          next: { ...next, remedy, reason: `${restricts} ${next.reason}` },
        }),
      };
    },
  },
  {
    id: 'POL-02',
    version: 1,
    family: 'POL',
    title: 'Vendor allowed',
    level: 'bronze',
    holdsWhen:
      'the policy allows the vendor, its product, and the class of data that is sent to it',
    appliesTo: 'products and features of vendors',
    references: [
      ...iso('A.10.3'),
      ...nist('GOVERN 6.1'),
      ...iso27001('A.5.20'),
    ],
    remediation: { label: 'Declare the vendor', place: 'source' },
    notApplicable: context =>
      ofVendors(context) ??
      (context.policy.vendors
        ? undefined
        : 'The policy says nothing of vendors.'),
    evaluate: ({ profile: { vendor, data }, policy, declaredAt }) => {
      if (!vendor) {
        return notReported(`No vendor is named: set ${declaredAt}.vendor.`);
      }
      const listed = policy.vendors!.find(v => same(v.name, vendor.name));
      if (!listed) {
        return fail(`The policy does not list the vendor ${vendor.name}.`);
      }
      const { product } = vendor;
      if (listed.products && !product) {
        return notReported(
          `The policy allows products of ${listed.name} one by one, and none is named: set ${declaredAt}.vendor.product.`,
        );
      }
      if (listed.products && !listed.products.some(p => same(p, product!))) {
        return fail(
          `The policy does not list the product ${product} of ${
            listed.name
          }, but: ${listed.products.join(', ')}.`,
        );
      }
      const classification = data?.classification;
      if (!classification) {
        return notReported(
          `The data that is sent to ${listed.name} is not classified: set ${declaredAt}.data.classification.`,
        );
      }
      const classes = listed.data.join(', ');
      return listed.data.includes(classification)
        ? pass(`The policy allows ${listed.name} for ${classes} data.`)
        : fail(
            `The policy allows ${listed.name} for ${classes} data, and this is ${classification}.`,
          );
    },
  },
];
