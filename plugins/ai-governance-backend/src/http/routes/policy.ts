import {
  pageOf,
  policyHash,
  policyViewSchema,
  revisionSchema,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { acknowledgedAt } from '../../organization/acknowledgedAt';
import { namedBy, titlesOf } from '../../organization/titlesOf';
import { route } from '../Route';
import { Services } from '../Services';

/** The policy: for everybody who is signed in. */
export const policyRoutes = ({
  catalog,
  ledger,
  policy,
  policyVersions,
}: Services) => [
  route({
    method: 'get',
    path: '/policy',
    operationId: 'get-policy',
    summary: 'The governance policy that is in force',
    response: policyViewSchema,
    handle: async ({ credentials }) => {
      const { principal } = credentials;
      return {
        policy,
        hash: policyHash(policy),
        ...(await policyVersions.current()),
        acknowledgedAt:
          principal.type === 'user'
            ? await acknowledgedAt(ledger, principal.userEntityRef, policy)
            : null,
        titles: await titlesOf(catalog, credentials, namedBy(policy)),
      };
    },
  }),
  route({
    method: 'get',
    path: '/policy/versions',
    operationId: 'list-policy-versions',
    summary: 'Every policy that was in force, newest first',
    response: pageOf(revisionSchema),
    handle: async () => {
      const versions = await policyVersions.versions();
      return {
        items: versions.map(revisionView),
        totalItems: versions.length,
      };
    },
  }),
];
