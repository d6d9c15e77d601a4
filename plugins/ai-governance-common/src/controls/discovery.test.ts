import { policy, record } from '../__testUtils__/subject';
import { evaluateOrganization } from './organization';

const at = '2026-04-01T00:00:00.000Z';
const model = 'resource:default/model';
const server = 'api:default/mcp';
const decided = (entity: string, data: object, on = '2026-03-01') =>
  record('discovery-decision', { entity, reason: 'Looked at.', ...data }, on);
const judged = (
  discovered: string[] | 'not-kept' | undefined,
  decisions: ReturnType<typeof decided>[] = [],
  when = at,
) =>
  evaluateOrganization(
    { records: { 'discovery-decision': decisions }, discovered },
    policy,
    when,
  ).find(r => r.controlId === 'ORG-05')!;

describe('ORG-05', () => {
  it('is not asked where nothing is looked for, and passes where nothing is found', () => {
    expect(judged(undefined)).toMatchObject({
      state: 'not-applicable',
      reason: expect.stringContaining('not configured'),
    });
    expect(judged([])).toMatchObject({ state: 'pass', validUntil: null });
  });

  it('says of a day of which nothing is known that nothing is known', () => {
    const { state, reason, inputs } = judged('not-kept');
    expect(state).toBe('not-applicable');
    expect(reason).toMatch(/was not kept yet on this day/);
    expect(inputs).toContain('discovered');
  });

  it('fails for what nobody has decided on, by its number and never by its name', () => {
    const { state, reason, inputs } = judged([model, server]);
    expect(state).toBe('fail');
    expect(reason).toBe(
      'Found, and neither registered nor decided on: 2 entities of the catalog.',
    );
    // so that it is shown only to those who may read the records of the organization
    expect(inputs).toContain('discovered');
  });

  it('holds by a decision until its day, to the instant', () => {
    const decisions = [
      decided(server, { decision: 'not-ai' }),
      decided(model, {
        decision: 'to-be-registered',
        owner: 'group:default/lending',
        due: '2026-06-30',
        expires: '2027-01-01',
      }),
    ];
    let when: string | null = at;
    const steps: string[] = [];
    while (when) {
      const { state, validUntil } = judged([model, server], decisions, when);
      steps.push(`${when} ${state}`);
      when = validUntil;
    }
    expect(steps).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-06-01T00:00:00.000Z warning',
      '2026-07-01T00:00:00.000Z fail',
    ]);
  });

  it('goes by the decision that was recorded last, and by none on what is registered since', () => {
    const both = [
      decided(model, { decision: 'not-ai', expires: '2026-03-02' }),
      decided(model, { decision: 'out-of-scope' }, '2026-03-10'),
    ];
    expect(judged([model], both).state).toBe('pass');
    expect(judged([], both.slice(0, 1)).state).toBe('pass');
  });
});
