import { unavailable } from './unavailable';

const failing = (
  code: string | undefined,
  message = 'select secret',
  name?: string,
) =>
  Object.assign(new Error(message), {
    ...(code && { code }),
    ...(name && { name }),
  });

describe('unavailable', () => {
  it.each([
    [failing('53100'), 'its disk is full'],
    [failing('SQLITE_FULL'), 'its disk is full'],
    [failing('53300'), 'no more connections'],
    [failing('53200'), 'no resources left'],
    [failing('57P01'), 'stopped or started'],
    [failing('57P03'), 'stopped or started'],
    [failing('25006'), 'takes no writing'],
    [failing('28P01'), 'does not let the portal in'],
    [failing('28000'), 'does not let the portal in'],
    [failing('3D000'), 'is not there'],
    [failing('55000'), 'does not let the portal in'],
    [failing('08006'), 'cannot be reached'],
    [failing('ECONNREFUSED'), 'cannot be reached'],
    [failing('SQLITE_BUSY'), 'another process holds it'],
    [failing('SQLITE_IOERR_WRITE'), 'its file cannot be used'],
    [failing(undefined, 'x', 'KnexTimeoutError'), 'too busy'],
    [failing(undefined, 'Connection terminated unexpectedly'), 'broke'],
    [
      failing(
        undefined,
        'select "s"."id" from secret where a = $1 - Connection terminated unexpectedly',
      ),
      'broke',
    ],
    [
      failing(
        undefined,
        'ROLLBACK - Client has encountered a connection error and is not queryable',
      ),
      'broke',
    ],
  ])('says of %o what is the case, and nothing of the query', (error, why) => {
    const answer = unavailable(error)!;
    expect(answer.name).toBe('ServiceUnavailableError');
    expect(answer.message).toContain(why);
    expect(JSON.stringify({ ...answer, m: answer.message })).not.toContain(
      'secret',
    );
    // the log has it
    expect(answer.stack).toContain(error.message);
  });

  it.each([
    failing('23505'),
    failing('42601'),
    failing('40001'),
    failing(undefined),
    undefined,
    'x',
  ])('leaves %o as it is', error => {
    expect(unavailable(error)).toBeUndefined();
  });
});
