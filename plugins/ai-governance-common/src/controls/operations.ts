import { isApproved } from '../decisions/admitDecision';
import { Approval } from '../records/approval';
import { Change } from '../records/change';
import { approvedNow } from './approvedNow';
import { Control, fail, iso, nist, pass } from './Control';
import { changeName } from './lastMaterialChange';
import { withData } from './lastToEnd';
import { runControls } from './runs';
import { someOf } from './sentence';

const askForApproval = {
  label: 'Ask for approval',
  place: 'assurance' as const,
};

export const operationControls: readonly Control[] = [
  {
    id: 'OPS-01',
    version: 1,
    family: 'OPS',
    title: 'Approved as it stands',
    level: 'bronze',
    holdsWhen:
      'it is approved for use, and the approval covers its present state',
    appliesTo: 'high and limited, in production',
    references: [...iso('8.1', 'A.6.2.5'), ...nist('MANAGE 1.1')],
    remediation: askForApproval,
    notApplicable: ({ tier, profile: { lifecycle }, policy }) => {
      if (tier.tier === 'minimal') {
        return 'Asked of high and limited tiers only.';
      }
      return lifecycle !== undefined && policy.inProduction.includes(lifecycle)
        ? undefined
        : `Asked in production only (${policy.inProduction.join(', ')}).`;
    },
    evaluate: context => {
      const { sourcing } = context.profile;
      const ofVendor = sourcing === 'vendor' || sourcing === 'vendor-feature';
      // an intake approval lets it be built, not be used
      return approvedNow(context, [
        'deploy',
        'change',
        'periodic',
        ...(ofVendor ? (['vendor'] as const) : []),
      ]);
    },
  },
  {
    id: 'OPS-02',
    version: 1,
    family: 'OPS',
    title: 'Changes approved',
    level: 'bronze',
    holdsWhen: 'every material change has its approval',
    appliesTo: 'all',
    references: [...iso('6.3', '8.1'), ...nist('MANAGE 4.1')],
    remediation: askForApproval,
    evaluate: ({ entries }) => {
      const changes = withData<Change>(entries<Change | null>('change')).filter(
        c => c.materiality === 'material',
      );
      if (changes.length === 0) return pass('No material change is recorded.');
      // An approval that has run out still was the approval of its changes; one that was taken back is none.
      const approved = new Set(
        withData<Approval>(entries<Approval | null>('approval')).flatMap(
          ({ data }) =>
            isApproved(data.decision) ? data.decided?.covers.changes ?? [] : [],
        ),
      );
      const open = changes.filter(c => !approved.has(c.recordId));
      return open.length === 0
        ? pass('Every material change is covered by an approval.')
        : fail(
            `Material changes without an approval since: ${someOf(
              open.map(changeName),
            )}.`,
          );
    },
  },
  ...runControls,
];
