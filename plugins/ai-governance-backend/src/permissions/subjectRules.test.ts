import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { company, noon } from '../scorecards/__testUtils__/company';
import { subjectResourceType, subjectRuleset } from './registration';
import { readScope } from './ReadScope';
import { subjectConditions, SubjectCriterion } from './subjectRules';
import { selectSubjects, SubjectRow } from './SubjectRow';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const owners = ['group:default/a', 'group:default/b', 'user:default/c'];

type Conditions = PermissionCriteria<PermissionCondition>;
const { conditions } = fc.letrec<{ conditions: Conditions }>(tie => {
  const list = fc.array(tie('conditions'), { minLength: 1, maxLength: 3 });
  return {
    conditions: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .subarray([...owners, 'group:default/nobody'])
        .map(claims => subjectConditions.isOwner({ claims })),
      list.map(allOf => ({ allOf } as Conditions)),
      list.map(anyOf => ({ anyOf } as Conditions)),
      tie('conditions').map(not => ({ not } as Conditions)),
    ),
  };
});

describe.each(databases.eachSupportedId())('subject rules on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    const of = company(knex);
    for (const [i, owner] of [...owners, null].entries()) {
      await of.subject({ ref: `aisystem:default/s${i}`, owner });
    }
    await of.subject({ ref: 'aisystem:default/gone', goneAt: noon });
  });

  it('select in the database what they allow in memory, however nested', async () => {
    const toQuery =
      createConditionTransformer<SubjectCriterion>(subjectRuleset);
    const allows = createConditionAuthorizer<SubjectRow>(subjectRuleset);
    const everySubject = await selectSubjects(knex).orderBy('ref');
    await fc.assert(
      fc.asyncProperty(conditions, async criteria => {
        const query = selectSubjects(knex).orderBy('ref');
        readScope({ criteria: toQuery(criteria) }).apply(query, 'subjects.id');
        const selected = await query;
        const allowed = everySubject.filter(subject =>
          allows(
            {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'ai-governance',
              resourceType: 'ai-governance-subject',
              conditions: criteria,
            },
            subject,
          ),
        );
        expect(selected.map(s => s.ref)).toEqual(allowed.map(s => s.ref));
      }),
      { numRuns: 60 },
    );
  });

  it('load resources for the permission backend in the order asked for', async () => {
    const { getResources } = subjectResourceType({ knex });
    const found = await getResources([
      'aisystem:default/s1',
      'aisystem:default/never-was',
      'AISystem:default/s0',
      'aisystem:default/gone',
    ]);
    expect(found.map(subject => subject?.ref)).toEqual([
      'aisystem:default/s1',
      undefined,
      'aisystem:default/s0',
      undefined,
    ]);
  });
});

it('names the rules there are when asked for another', () => {
  expect(() => subjectRuleset.getRuleByName('IS_RICH')).toThrow('IS_OWNER');
});
