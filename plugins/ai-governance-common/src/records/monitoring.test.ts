import {
  admission,
  atHand,
  dana,
  head,
} from '../decisions/__testUtils__/atHand';
import { Monitoring, monitoring, sameReport } from './monitoring';
import { validateRecord } from './validate';

const period = { from: '2026-05-01', to: '2026-05-31' };
const report = (over: Partial<Monitoring> = {}): Monitoring => ({
  period,
  drift: { found: 'None.' },
  ...over,
});
const measured = (...measures: object[]) =>
  ({ found: 'Some.', measures } as Monitoring['drift']);

const issues = (data: unknown) => {
  const valid = validateRecord(monitoring, data);
  return valid.ok ? [] : valid.issues.map(i => `${i.path}: ${i.message}`);
};

describe('monitoring', () => {
  it.each<[string, object, RegExp]>([
    ['nothing that was found', { period }, /^: say what was found/],
    [
      'a period that ends before it begins',
      report({ period: { from: '2026-05-31', to: '2026-05-01' } }),
      /^period\.to: must not be before/,
    ],
    [
      'a threshold without a direction',
      report({ drift: measured({ name: 'psi', value: 1, threshold: 1 }) }),
      /^drift\.measures\[0\]\.direction: /,
    ],
    [
      'a measure twice',
      report({
        drift: measured({ name: 'psi', value: 1 }),
        abuse: measured({ name: 'psi', value: 2 }),
      }),
      /^abuse\.measures\[0\]\.name: the measure psi/,
    ],
    [
      'a value that is none',
      report({ drift: measured({ name: 'psi', value: Infinity }) }),
      /^drift\.measures\[0\]\.value: /,
    ],
  ])('is refused with %s', (_name, data, says) => {
    expect(issues(data)).toEqual([expect.stringMatching(says)]);
  });

  const admitted = (data: Monitoring, heads: any[] = [], over: object = {}) =>
    monitoring.admit!(
      admission(data, dana, { subject: atHand({ heads }), ...over }),
    );

  it.each([
    ['above', 0.3, true],
    ['above', 0.2, false],
    ['above', 0.1, false],
    ['below', 0.1, true],
    ['below', 0.2, false],
    ['below', 0.3, false],
  ] as const)('%s 0.2 is %s: breached %s', (direction, value, breached) => {
    const one = { name: 'psi', value, threshold: 0.2, direction };
    const complete = { ...one, breached };
    expect(admitted(report({ drift: measured(one) })).drift?.measures).toEqual([
      complete,
    ]);
    expect(
      admitted(report({ drift: measured(complete) })).drift?.measures,
    ).toEqual([complete]);
    expect(() =>
      admitted(report({ drift: measured({ ...one, breached: !breached }) })),
    ).toThrow(/^data\.drift\.measures\[0\]\.breached: /);
  });

  it('takes the word of the source where there is no threshold', () => {
    const one = { name: 'jailbreaks', value: 3, breached: true };
    expect(admitted(report({ abuse: measured(one) })).abuse?.measures).toEqual([
      one,
    ]);
  });

  it('is of a period that has come', () => {
    expect(
      admitted(report({ period: { from: '2026-06-01', to: '2026-06-01' } })),
    ).toBeDefined();
    expect(() =>
      admitted(report({ period: { from: '2026-06-01', to: '2026-06-02' } })),
    ).toThrow(/^data\.period\.to: must not be in the future/);
  });

  it.each<[string, Partial<Monitoring>, Partial<Monitoring>, boolean]>([
    ['one id', { source: 'e', sourceId: '1' }, {}, true],
    ['another id', { source: 'e', sourceId: '1' }, { sourceId: '2' }, false],
    ['another source', { source: 'e', sourceId: '1' }, { source: 'f' }, false],
    ['one period', { source: 'e' }, {}, true],
    [
      'another period',
      { source: 'e' },
      { period: { ...period, from: '2026-05-02' } },
      false,
    ],
    ['an id of a period without', { source: 'e' }, { sourceId: '1' }, false],
    ['no source', {}, {}, false],
  ])('is taken once of %s', (_name, first, over, same) => {
    const before = head('monitoring', report(first), { recordId: 'm1' });
    const next = report({ ...first, ...over });
    expect(sameReport(next, [before])?.recordId).toBe(same ? 'm1' : undefined);
    const refused = refusal(() => admitted(next, [before]));
    expect(refused).toBe(
      same
        ? `data.${
            next.sourceId ? 'sourceId' : 'period'
          }: e has reported this already, as record m1`
        : undefined,
    );
    // the record itself is revised
    expect(admitted(next, [before], { previous: before })).toEqual(next);
  });

  it('is not held against what was erased', () => {
    const erased = head('monitoring', null, { recordId: 'm1' });
    const data = report({ source: 'e', sourceId: '1' });
    expect(admitted(data, [erased])).toEqual(data);
  });
});

function refusal(state: () => unknown): string | undefined {
  try {
    state();
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}
