import { policy } from './__testUtils__/subject';
import { registeredEntity } from './entity';
import { neededRecords } from './neededRecords';
import { Registration } from './records';

const at = '2026-03-01T00:00:00.000Z';
const declared: Registration = {
  name: 'notes',
  title: 'Notes',
  status: 'registered',
  type: 'embedded-feature',
  lifecycle: 'production',
  owner: 'group:default/marketing',
  accountable: 'user:default/dana',
  sourcing: 'vendor',
  vendor: { name: 'Zoom' },
  purpose: 'Summarise calls.',
  uses: [],
  models: [{ provider: 'openai', name: 'gpt-4.1' }],
  data: { classification: 'internal', categories: [], sources: [] },
  affects: { influences: [], interaction: [] },
  regulation: { euAiAct: { annexIII: [], prohibited: [] } },
};
const needed = (over: Partial<Registration> = {}) =>
  neededRecords(
    registeredEntity('default', { ...declared, ...over }),
    policy,
    at,
  );
const ids = (over?: Partial<Registration>) =>
  needed(over).flatMap(({ controls }) => controls.map(c => c.id));

describe('what is needed of a system that is about to be registered', () => {
  it('is listed by level, each control with its title', () => {
    const levels = needed({ affects: undefined });
    expect(levels.map(({ level }) => level)).toEqual(
      ['bronze', 'silver', 'gold'].filter(l =>
        levels.some(({ level }) => level === l),
      ),
    );
    expect(levels[0].controls[0].title).toMatch(/\S/);
  });

  it('is more where more is at stake', () => {
    const minimal = ids();
    const high = ids({
      affects: { influences: ['eligibility'], basis: 'main', interaction: [] },
    });
    expect(high.length).toBeGreaterThan(minimal.length);
  });

  it('asks of bought AI what it does not ask of one’s own', () => {
    const own = ids({ sourcing: 'in-house', vendor: undefined });
    const extra = ids().filter(id => !own.includes(id));
    expect(extra).toEqual(
      expect.arrayContaining([expect.stringMatching(/^VEN-/)]),
    );
  });

  it('has the training of those who use it', () => {
    const asked = neededRecords(
      registeredEntity('default', {
        ...declared,
        affects: {
          influences: ['eligibility'],
          basis: 'main',
          interaction: [],
        },
        usedBy: ['user:default/lee'],
      }),
      { ...policy, training: { ...policy.training, user: ['AI basics'] } },
      at,
    );
    expect(asked.flatMap(({ controls }) => controls.map(c => c.id))).toContain(
      'PPL-01',
    );
  });
});
