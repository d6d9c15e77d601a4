import { mockServices } from '@backstage/backend-test-utils';
import { PostureSignal } from './PostureSignal';

describe('PostureSignal', () => {
  const publish = jest.fn(async () => {});
  const start = () =>
    PostureSignal.create({
      signals: { publish },
      logger: mockServices.logger.mock(),
    });

  beforeEach(() => {
    jest.useFakeTimers();
    publish.mockClear();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells at once, and once more after a burst', () => {
    const signal = start();
    for (let i = 0; i < 50; i++) signal.changed();
    expect(publish).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(500);
    expect(publish).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(10_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('tells at most twice a second', () => {
    const signal = start();
    for (let ms = 0; ms < 10_000; ms += 10) {
      signal.changed();
      jest.advanceTimersByTime(10);
    }
    expect(publish.mock.calls.length).toBeGreaterThan(15);
    expect(publish.mock.calls.length).toBeLessThanOrEqual(21);
  });

  it('names nothing', () => {
    start().changed();
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'ai-governance',
      message: { type: 'posture-changed' },
    });
  });

  it('survives a bus that is down, and is silent once stopped', async () => {
    publish.mockRejectedValueOnce(new Error('down'));
    const signal = start();
    signal.changed();
    signal.changed();
    await Promise.resolve();
    signal.stop();
    jest.advanceTimersByTime(10_000);
    expect(publish).toHaveBeenCalledTimes(1);
  });
});
