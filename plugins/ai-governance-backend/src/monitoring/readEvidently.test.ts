import { readEvidently } from './readEvidently';

const options = {
  subject: 'card-limits',
  source: 'evidently',
  aspects: [],
  at: '2026-11-27T10:00:00.000Z',
};
const read = (body: unknown, more: object = {}) =>
  readEvidently(body, { ...options, ...more })[0] as any;

const drift = (column: string, value: number, method = 'K-S p_value') => ({
  id: `id-${column}`,
  metric_name: `ValueDrift(column=${column},method=${method},threshold=0.05)`,
  config: {
    type: 'evidently:metric_v2:ValueDrift',
    column,
    method,
    threshold: 0.05,
  },
  value,
});
const columns = {
  id: 'id-columns',
  metric_name: 'DriftedColumnsCount(drift_share=0.5)',
  config: {
    type: 'evidently:metric_v2:DriftedColumnsCount',
    drift_share: 0.5,
  },
  value: { count: 2.0, share: 0.66 },
};
const accuracy = {
  id: 'id-accuracy',
  metric_name: 'Accuracy()',
  config: { type: 'evidently:metric_v2:Accuracy' },
  value: 0.81,
};

describe('readEvidently', () => {
  it('takes the thresholds of drift that the metrics carry: below for a p-value, above for a distance', () => {
    const { path, subject, data } = read({
      metrics: [
        columns,
        drift('income', 0.001),
        drift('age', 0.4, 'Wasserstein distance (normed)'),
        accuracy,
      ],
      tests: [],
    });
    expect([path, subject]).toEqual(['body', 'card-limits']);
    expect(data).toEqual({
      period: { from: '2026-11-27', to: '2026-11-27' },
      source: 'evidently',
      drift: {
        found: 'Evidently: 4 measured, 3 breached.',
        measures: [
          {
            name: 'DriftedColumnsCount(drift_share=0.5) share',
            value: 0.66,
            threshold: 0.5,
            direction: 'above',
          },
          {
            name: 'ValueDrift(income)',
            value: 0.001,
            threshold: 0.05,
            direction: 'below',
          },
          {
            name: 'ValueDrift(age)',
            value: 0.4,
            threshold: 0.05,
            direction: 'above',
          },
          { name: 'DriftedColumnsCount(drift_share=0.5) count', value: 2 },
        ],
      },
      performance: {
        found: 'Evidently: 1 measured, 0 breached.',
        measures: [{ name: 'Accuracy()', value: 0.81 }],
      },
    });
  });

  it('goes by the tests where there are some: a failed one is a breach, a warning none, and one that did not run is said', () => {
    const test = (
      metric: string,
      status: string,
      name = `${metric} holds`,
    ) => ({
      id: `${metric}-${status}`,
      name,
      description: '',
      metric_config: { metric_id: metric, params: {} },
      test_config: {},
      status,
    });
    const { data } = read({
      metrics: [accuracy, columns, drift('income', 0.001), drift('age', 0.2)],
      tests: [
        test('id-accuracy', 'FAIL'),
        test('id-columns', 'FAIL', 'Share of drifted columns'),
        test('id-income', 'WARNING'),
        test('id-age', 'ERROR'),
      ],
    });
    expect(data.performance.measures).toEqual([
      { name: 'Accuracy()', value: 0.81, breached: true },
    ]);
    expect(data.drift).toEqual({
      found: 'Evidently: 5 measured, 1 breached; 1 could not be tested.',
      measures: [
        { name: 'Share of drifted columns', value: 1, breached: true },
        { name: 'DriftedColumnsCount(drift_share=0.5) count', value: 2 },
        { name: 'DriftedColumnsCount(drift_share=0.5) share', value: 0.66 },
        { name: 'ValueDrift(income)', value: 0.001, breached: false },
        {
          name: 'ValueDrift(age)',
          value: 0.2,
          threshold: 0.05,
          direction: 'below',
        },
      ],
    });
  });

  it('reads a snapshot too, with its system, its day and its metrics at any depth', () => {
    const { subject, data } = read(
      {
        report: { items: [] },
        timestamp: '2026-11-03 04:05:06.123456',
        metadata: { ai_system: 'aisystem:default/reply-drafts' },
        tags: [],
        top_level_metrics: ['m1'],
        metric_results: {
          m1: {
            type: 'evidently:metric_result_v2:CountValue',
            display_name: 'Drifted Columns',
            count: { display_name: 'count', value: 3, tests: [] },
            share: { display_name: 'share', value: 0.3, tests: [] },
            metric_value_location: {
              metric: {
                metric_id: 'm1',
                params: {
                  type: 'evidently:metric_v2:DriftedColumnsCount',
                  drift_share: 0.5,
                },
              },
              param: {},
            },
            widget: [{ params: { value: 9 } }],
            tests: [],
          },
          m2: { display_name: 'Part of m1', value: 1 },
        },
        widgets: [],
      },
      { subject: undefined },
    );
    expect(subject).toBe('aisystem:default/reply-drafts');
    expect(data.period).toEqual({ from: '2026-11-03', to: '2026-11-03' });
    expect(data.drift.measures).toEqual([
      { name: 'Drifted Columns count', value: 3 },
      {
        name: 'Drifted Columns share',
        value: 0.3,
        threshold: 0.5,
        direction: 'above',
      },
    ]);
  });

  it('takes the system from a tag, and the period from the request', () => {
    const { subject, data } = read(
      { metrics: [accuracy], tags: ['nightly', 'ai_system=reply-drafts'] },
      { subject: undefined, from: '2026-11-01', to: '2026-11-26' },
    );
    expect(subject).toBe('reply-drafts');
    expect(data.period).toEqual({ from: '2026-11-01', to: '2026-11-26' });
  });

  it('numbers names that come again, and keeps what is breached of what is too much', () => {
    const { data } = read({
      metrics: [
        ...Array.from({ length: 120 }, () => ({ ...accuracy, id: undefined })),
        accuracy,
      ],
      tests: [
        {
          name: 'Accuracy',
          status: 'FAIL',
          metric_config: { metric_id: 'id-accuracy' },
        },
      ],
    });
    const { found, measures } = data.performance;
    expect(found).toBe(
      'Evidently: 121 measured, 1 breached; the first 100 are kept.',
    );
    expect(measures).toHaveLength(100);
    expect(measures[0]).toEqual({
      name: 'Accuracy() (121)',
      value: 0.81,
      breached: true,
    });
    expect(new Set(measures.map((m: any) => m.name)).size).toBe(100);
  });

  it('keeps what is over its threshold of what is too much, also where nothing was tested', () => {
    const { found, measures } = read({
      metrics: [
        ...Array.from({ length: 120 }, (_, i) => drift(`c${i}`, 0.4)),
        drift('income', 0.001),
      ],
    }).data.drift;
    expect(found).toBe(
      'Evidently: 121 measured, 1 breached; the first 100 are kept.',
    );
    expect(measures).toHaveLength(100);
    expect(measures[0].name).toBe('ValueDrift(income)');
  });

  it.each<[string, unknown, object, RegExp]>([
    ['has no metrics', {}, {}, /^body\.metrics: /],
    [
      'has no number',
      { metrics: [{ value: 'x' }] },
      {},
      /^body\.metrics: holds no number/,
    ],
    [
      'names nobody',
      { metrics: [accuracy] },
      { subject: undefined },
      /^query\.subject: /,
    ],
    ['is not Evidently', { metrics: [7] }, {}, /^body\.metrics\[0\]: /],
  ])('refuses a report that %s', (_, body, more, says) => {
    expect(read(body, more).error).toMatch(says);
  });
});
