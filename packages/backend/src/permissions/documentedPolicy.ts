import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createSubjectConditionalDecision,
  subjectConditions,
} from 'backstage-plugin-ai-governance-backend';
import {
  decisionMakePermission,
  decisionRequestPermission,
  recordAppendPermission,
  recordRedactPermission,
} from 'backstage-plugin-ai-governance-common';

const { hasTier, isAccountable, isOwner, isTeamMember } = subjectConditions;

export class OurPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };
    const claims = user.info.ownershipEntityRefs;
    const office = claims.includes('group:default/ai-governance-office');

    if (
      isPermission(permission, recordAppendPermission) ||
      isPermission(permission, decisionRequestPermission)
    ) {
      return createSubjectConditionalDecision(permission, {
        anyOf: [
          isOwner({ claims }),
          isAccountable({ claims }),
          isTeamMember({ teams: claims }),
          ...(office ? [hasTier({ tiers: ['prohibited', 'high'] })] : []),
        ],
      });
    }
    if (isPermission(permission, decisionMakePermission) && !office) {
      return createSubjectConditionalDecision(permission, {
        anyOf: [isOwner({ claims }), isAccountable({ claims })],
      });
    }
    if (isPermission(permission, recordRedactPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'our-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new OurPolicy());
      },
    });
  },
});
