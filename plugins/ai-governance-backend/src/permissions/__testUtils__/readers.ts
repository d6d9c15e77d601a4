import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { subjectReadPermission } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../../database/clock';
import { company, noon } from '../../scorecards/__testUtils__/company';
import { Access } from '../Access';
import {
  createSubjectConditionalDecision,
  subjectConditions,
} from '../subjectRules';

export const credentials = mockCredentials.user('user:default/reader');

export const lending = 'group:default/lending';
export const fraud = 'group:default/fraud';
/** Of lending, with a change. */
export const scoring = 'aisystem:default/scoring';
/** Of lending. */
export const limits = 'aisystem:default/limits';
/** Of fraud, with a change. */
export const alerts = 'aisystem:default/alerts';
/** Of lending, with a change, and gone. */
export const gone = 'aisystem:default/gone';

export const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
export const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** Stands for any conditions of the catalog: only the catalog reads them. */
export const inCatalogIf = (claims: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims },
  },
});

export const ownedBy = (...claims: string[]): PolicyDecision =>
  createSubjectConditionalDecision(
    subjectReadPermission,
    subjectConditions.isOwner({ claims }),
  );

export function entity(ref: string): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'ai-governance/v1alpha1',
    kind: kind === 'aisystem' ? 'AISystem' : kind,
    metadata: { namespace, name },
  };
}

/** Four subjects, one of them gone. Returns their ids by reference. */
export async function fourSubjects(
  knex: Knex,
): Promise<Record<string, string>> {
  const of = company(knex);
  await of.people([lending, fraud]);
  const summaries = [
    { families: { INV: { pass: 1, fail: 1 } }, first: 'INV-01' },
  ];
  const ids: Record<string, string> = {
    [scoring]: await of.subject({ ref: scoring, owner: lending, summaries }),
    [limits]: await of.subject({ ref: limits, owner: lending, summaries }),
    [alerts]: await of.subject({
      ref: alerts,
      owner: fraud,
      type: 'secret-type',
      summaries,
    }),
    [gone]: await of.subject({ ref: gone, owner: lending, goneAt: noon }),
  };
  for (const ref of [scoring, alerts, gone]) {
    await of.record(ids[ref], 'change', [{ title: `Change of ${ref}` }]);
  }
  return ids;
}

/**
 * The access of one backend.
 *
 * @param decisions - by the name of the permission; any other is denied
 * @param shown - what the catalog shows to the reader
 */
export function accessOf(
  { knex, clock }: { knex: Knex; clock: Clock },
  decisions: Record<string, PolicyDecision>,
  shown: string[] = [],
) {
  const catalog = catalogServiceMock({ entities: shown.map(entity) });
  const stream = jest.spyOn(catalog, 'streamEntities');
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(({ permission }) => decisions[permission.name] ?? deny),
  });
  return {
    access: Access.create({
      knex,
      permissions,
      catalog,
      auth: mockServices.auth(),
      clock,
    }),
    catalog,
    permissions,
    stream,
  };
}
