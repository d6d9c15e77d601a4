import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { CatalogClient } from '@backstage/catalog-client';
import { ResponseError } from '@backstage/errors';
import { answering } from './answering';

const of = (run: () => unknown) =>
  answering({ run: async () => run(), kept: 7 }, 'The catalog', 50);
const refused = (statusCode: number) => () => {
  throw Object.assign(new Error('Request failed'), {
    name: ResponseError.name,
    statusCode,
    body: { error: { message: 'select 1' } },
  });
};
const never = new Promise<never>(() => {});

describe('a service that asks another plugin', () => {
  it('answers as before', async () => {
    class Counts {
      #n = 0;
      async next() {
        this.#n += 1;
        return this.#n;
      }
      async *all() {
        yield* [1, 2];
      }
    }
    const counts = answering(new Counts(), 'The catalog');
    expect([await counts.next(), await counts.next()]).toEqual([1, 2]);
    const all = [];
    for await (const n of counts.all()) all.push(n);
    expect(all).toEqual([1, 2]);
    expect(of(() => 1).kept).toBe(7);
  });

  it('does not wait for ever, for an answer or for a page', async () => {
    await expect(of(() => never).run()).rejects.toThrow(
      'The catalog cannot be used now: it did not answer in time.',
    );
    const pages = answering(
      {
        async *all() {
          yield 1;
          yield await never;
        },
      },
      'The catalog',
      50,
    );
    const seen: number[] = [];
    await expect(async () => {
      for await (const n of pages.all()) seen.push(n);
    }).rejects.toThrow('it did not answer in time');
    expect(seen).toEqual([1]);
  });

  it('does not wait for ever where the connection breaks in the middle of an answer, which the client of the catalog does not notice', async () => {
    const server = createServer((_, res) => {
      res.writeHead(200, { 'content-length': 1000 }).write('{"items":[');
      setTimeout(() => res.destroy(), 10);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const getBaseUrl = async () => `http://127.0.0.1:${port}`;
    const client = new CatalogClient({ discoveryApi: { getBaseUrl } });
    await expect(
      answering(client, 'The catalog', 300).getEntities(),
    ).rejects.toThrow(
      /^The catalog cannot be used now: (it did not answer in time|it cannot be reached, or broke off)\./,
    );
    server.close();
  });

  it('takes what is refused for a fault of its own, and repeats nothing of it', async () => {
    const error = await of(refused(400))
      .run()
      .catch((e: unknown) => e);
    expect({ ...(error as object) }).toEqual({});
    expect(error).toMatchObject({
      name: 'Error',
      message: 'The catalog refused what it was asked, with 400',
    });
  });

  it('leaves other errors as they are', async () => {
    const error = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    await expect(
      of(() => {
        throw error;
      }).run(),
    ).rejects.toBe(error);
  });
});
