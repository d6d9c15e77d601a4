import { readAlerts } from './readAlerts';

const options = { source: 'alertmanager', aspects: [] };

const alert = (over: object = {}, labels: object = {}) => ({
  status: 'firing',
  labels: {
    alertname: 'AccuracyLow',
    ai_system: 'aisystem:default/card-limits',
    ...labels,
  },
  annotations: { summary: 'Accuracy is 0.78,\nbelow 0.85' },
  startsAt: '2026-11-20T23:30:00.000Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example/graph',
  fingerprint: '1a30ba71cca2921f',
  ...over,
});
const read = (item: unknown, more: object = {}) =>
  readAlerts([item], { ...options, ...more })[0] as any;

describe('readAlerts', () => {
  it('takes an alert that fires as a breach on the day on which it began', () => {
    expect(read(alert())).toEqual({
      isOlderThan: expect.any(Function),
      path: 'body.alerts[0]',
      subject: 'aisystem:default/card-limits',
      data: {
        period: { from: '2026-11-20', to: '2026-11-20' },
        performance: {
          found:
            'Firing since 2026-11-20T23:30:00.000Z: Accuracy is 0.78, below 0.85',
          measures: [{ name: 'AccuracyLow', value: 1, breached: true }],
        },
        source: 'alertmanager',
        sourceId: '1a30ba71cca2921f 2026-11-20T23:30:00.000Z',
      },
    });
  });

  it('says the same of every repetition while it fires', () => {
    const later = alert({ endsAt: '2026-11-22T08:00:00.000Z' });
    expect(read(later).data).toEqual(read(alert()).data);
  });

  it('takes one that is resolved as within, to the day of its end, of the same report', () => {
    const resolved = read(
      alert({ status: 'resolved', endsAt: '2026-11-22T01:00:00+02:00' }),
    );
    expect(resolved.data).toMatchObject({
      period: { from: '2026-11-20', to: '2026-11-21' },
      performance: {
        measures: [{ name: 'AccuracyLow', value: 0, breached: false }],
      },
      sourceId: read(alert()).data.sourceId,
    });
    expect(resolved.data.performance.found).toMatch(
      /^Fired from 2026-11-20T23:30:00.000Z to 2026-11-21T23:00:00.000Z: /,
    );
  });

  it('finds the system in an annotation or in the request', () => {
    const silent = alert({}, { ai_system: '' });
    expect(read(silent).error).toMatch(
      /^body\.alerts\[0\]\.labels\.ai_system: /,
    );
    expect(read(silent, { subject: 'reply-drafts' }).subject).toBe(
      'reply-drafts',
    );
    expect(
      read({ ...silent, annotations: { ai_system: 'card-limits' } }).subject,
    ).toBe('card-limits');
  });

  it('goes by what the alert says of its aspect, then by the configuration, then by its name', () => {
    const aspects = [
      { name: 'prompt*', aspect: 'abuse' as const },
      { name: 'PromptLength', aspect: 'drift' as const },
    ];
    const aspectOf = (labels: object) =>
      Object.keys(read(alert({}, labels), { aspects }).data);
    expect(aspectOf({ ai_aspect: 'violations' })).toContain('violations');
    expect(aspectOf({ alertname: 'PromptLength' })).toContain('abuse');
    expect(aspectOf({ alertname: 'FeatureDriftHigh' })).toContain('drift');
    expect(aspectOf({ alertname: 'Latency' })).toContain('performance');
    expect(read(alert({}, { ai_aspect: 'speed' })).error).toBe(
      'body.alerts[0].labels.ai_aspect: must be one of drift, performance, abuse, violations',
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', 7, /^body\.alerts\[0\]: /],
    [
      'without a fingerprint',
      alert({ fingerprint: undefined }),
      /fingerprint: /,
    ],
    [
      'with a day for an instant',
      alert({ startsAt: '2026-11-20' }),
      /startsAt: /,
    ],
  ])('refuses one %s and says where', (_, item, says) => {
    expect(read(item).error).toMatch(says);
  });
});
