import { TestDatabases } from '@backstage/backend-test-utils';
import {
  parsePolicy,
  policyHash,
  subjectPostureSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { company, noon } from '../scorecards/__testUtils__/company';
import { readPosture } from './readPosture';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const perTier = {
  high: { months: 6 },
  limited: { years: 1 },
  minimal: { years: 1 },
};
const policy = parsePolicy({
  version: '3',
  title: 'Policy',
  effectiveFrom: '2026-01-01',
  cadences: { 'intended-use': perTier, 'risk-assessment': perTier },
  warningWindow: { days: 30 },
  tolerance: { high: 'low', limited: 'medium', minimal: 'medium' },
});
const one = '2026-11-24T13:00:00.000Z';

describe.each(databases.eachSupportedId())('posture on %s', databaseId => {
  let knex: Knex;
  let of: ReturnType<typeof company>;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    of = company(knex);
  });
  afterEach(() => knex.destroy());

  const evaluated = async () => {
    const id = await of.subject({
      ref: 'aisystem:default/scoring',
      owner: 'group:default/lending',
      lifecycle: 'production',
      profile: {
        lifecycle: 'production',
        owner: 'group:default/lending',
        affects: { influences: ['financial-outcomes'], basis: 'main' },
        data: { classification: 'internal' },
      },
      summaries: [
        {
          until: one,
          tier: 'high',
          level: 'bronze',
          families: { INV: { pass: 1 }, DOC: { warning: 1 } },
          first: 'DOC-06',
        },
        {
          from: one,
          tier: 'high',
          families: { INV: { pass: 1 }, DOC: { expired: 1 } },
          first: 'DOC-06',
        },
      ],
    });
    await of.result(id, {
      control: 'DOC-06',
      state: 'warning',
      reason: 'Due soon.',
      since: '2026-11-02T00:00:00.000Z',
      validUntil: one,
      nextState: 'expired',
      nextReason: 'Too late.',
    });
    await of.result(id, { control: 'INV-01', state: 'pass' });
    await of.result(id, { control: 'INV-01', state: 'fail', to: noon });
    await of.result(id, { control: 'OLD-99', state: 'fail' });
    return id;
  };

  it('is everything of a subject: profile, tier with reasons, results in the order of the controls', async () => {
    const posture = await readPosture(knex, await evaluated(), {
      policy,
      at: noon,
    });
    expect(posture).toMatchObject({
      ref: 'aisystem:default/scoring',
      kind: 'AISystem',
      owner: 'group:default/lending',
      tier: 'high',
      level: 'bronze',
      share: 1,
      profile: { affects: { basis: 'main' } },
      profileErrors: [],
      tierReasons: [
        {
          tier: 'high',
          text: 'It influences financial outcomes as the main basis of the decision.',
        },
        { tier: 'limited', unanswered: 'affects.interaction' },
      ],
      first: { controlId: 'DOC-06', state: 'warning', reason: 'Due soon.' },
      results: [
        { controlId: 'INV-01', state: 'pass', family: 'INV', validUntil: null },
        {
          controlId: 'DOC-06',
          title: 'Documentation reviewed',
          state: 'warning',
          since: '2026-11-02T00:00:00.000Z',
          validUntil: one,
          nextState: 'expired',
          remediation: { place: 'intended-use' },
        },
      ],
      observedAt: noon,
      policy: { version: '3', hash: policyHash(policy), tolerance: 'low' },
    });
    expect(
      subjectPostureSchema.safeParse({
        ...posture,
        may: {
          append: true,
          redact: false,
          request: true,
          decide: false,
          assure: false,
        },
      }).error,
    ).toBeUndefined();
  });

  it('shows a result past its validity as what it has become since', async () => {
    const posture = await readPosture(knex, await evaluated(), {
      policy,
      at: one,
    });
    expect(posture).toMatchObject({
      level: null,
      overdue: 1,
      first: { state: 'expired', reason: 'Too late.' },
    });
    expect(posture!.results[1]).toMatchObject({
      state: 'expired',
      reason: 'Too late.',
      since: one,
      validUntil: null,
      nextState: null,
      nextReason: null,
    });
  });

  it('shows an evaluation that was stored just after the caller read the clock', async () => {
    const id = await of.subject({
      ref: 'aisystem:default/new',
      summaries: [{ from: one, tier: 'limited' }],
    });
    const posture = await readPosture(knex, id, { policy, at: noon });
    expect(posture).toMatchObject({ tier: 'limited', evaluatedAt: one });
  });

  it('explains the tier before the first evaluation', async () => {
    const id = await of.subject({ ref: 'aisystem:default/new' });
    const posture = await readPosture(knex, id, { policy, at: noon });
    expect(posture).toMatchObject({
      tier: null,
      evaluatedAt: null,
      results: [],
      tierReasons: expect.arrayContaining([
        expect.objectContaining({ unanswered: 'affects.influences' }),
      ]),
    });
  });

  it('is undefined for what is missing or gone', async () => {
    const id = await of.subject({ ref: 'aisystem:default/gone', goneAt: noon });
    const options = { policy, at: noon };
    await expect(readPosture(knex, id, options)).resolves.toBeUndefined();
    await expect(readPosture(knex, 'none', options)).resolves.toBeUndefined();
  });
});
