import express from 'express';
import request from 'supertest';
import { sendCsv } from './csv';

async function* items(texts: string[]) {
  for (const text of texts) yield { text, count: -1 };
}

const serve = (source: () => AsyncIterable<{ text: string; count: number }>) =>
  express()
    .get('/', async (_req, res, next) => {
      try {
        await sendCsv(res, {
          filename: 'list',
          columns: [
            { header: 'text', value: item => item.text },
            { header: 'count', value: item => item.count },
            { header: 'none', value: () => null },
          ],
          items: source(),
        });
      } catch (error) {
        next(error);
      }
    })
    .use(
      (
        error: Error,
        _req: express.Request,
        res: express.Response,
        _next: unknown,
      ) => {
        if (res.headersSent) res.destroy();
        else res.status(500).json({ message: error.message });
      },
    );

const rows = async (texts: string[]) => {
  const response = await request(serve(() => items(texts))).get('/');
  expect(response.status).toBe(200);
  expect(response.headers['content-type']).toContain('text/csv');
  expect(response.headers['content-disposition']).toBe(
    'attachment; filename="list.csv"',
  );
  return response.text.replace('\ufeff', '').split('\r\n');
};

describe('sendCsv', () => {
  it('starts with a header, also of an empty list', async () => {
    expect(await rows(['one'])).toEqual(['text,count,none', 'one,-1,', '']);
    expect(await rows([])).toEqual(['text,count,none', '']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'takes the formula out of %j',
    async text => {
      const [, ...body] = await rows([text]);
      expect(body.join('\r\n')).toMatch(/^"?'/);
    },
  );

  it('quotes what would break out of its cell', async () => {
    expect((await rows(['a,b', 'say "x"', 'two\nlines'])).slice(1, 4)).toEqual([
      '"a,b",-1,',
      '"say ""x""",-1,',
      '"two\nlines",-1,',
    ]);
  });

  it('answers with an error when the list cannot be begun', async () => {
    const failing = serve(async function* broken() {
      throw new Error('no database');
    });
    const response = await request(failing).get('/');
    expect(response.status).toBe(500);
    expect(response.body).toEqual({ message: 'no database' });
  });

  it('cuts the answer off, never ends it well, when the list breaks later', async () => {
    const failing = serve(async function* broken() {
      yield { text: 'one', count: 1 };
      throw new Error('no database');
    });
    await expect(request(failing).get('/')).rejects.toThrow(/aborted|hang up/);
  });

  it('closes the source when the reader goes away', async () => {
    let closed: () => void = () => {};
    const source = new Promise<void>(resolve => {
      closed = resolve;
    });
    const server = serve(async function* endless() {
      try {
        for (;;) yield { text: 'x'.repeat(1000), count: 1 };
      } finally {
        closed();
      }
    }).listen(0);
    try {
      const { port } = server.address() as { port: number };
      const controller = new AbortController();
      const response = await fetch(`http://localhost:${port}/`, {
        signal: controller.signal,
      });
      await response.body!.getReader().read();
      controller.abort();
      await expect(source).resolves.toBeUndefined();
    } finally {
      server.close();
    }
  });
});
