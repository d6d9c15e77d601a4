import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** How it answers what it is asked for. */
export const failures = [
  'unauthorized',
  'led elsewhere',
  'led astray',
  'no gzip',
  // the file: the reader of repositories waits for what is cut off until it is given up
  'cut off',
  'no such format',
  'hung up on the archive',
  'gone',
] as const;
export type Failure = (typeof failures)[number];

/** Servers that a portal reads from, a host of repositories and one of files, which fail in every way. */
export class Outside {
  readonly #server: Server;
  readonly #port: number;
  readonly #signature: string;
  failure: Failure = 'unauthorized';
  /** What it was asked for, with what it was shown of tokens. */
  readonly asked: string[] = [];

  /** @param signature - stands in addresses that it leads to */
  static async start(signature: string): Promise<Outside> {
    const server = createServer();
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    return new Outside(server, signature);
  }

  private constructor(server: Server, signature: string) {
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    this.#signature = signature;
    server.on('request', (request, response) =>
      this.#answer(request, response),
    );
  }

  /** Of repositories. */
  get git() {
    return `localhost:${this.#port}`;
  }

  /** Of files. */
  get files() {
    return `127.0.0.1:${this.#port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(done => {
      this.#server.close(done);
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    const { url = '', headers } = request;
    this.asked.push(`${url} ${headers.authorization}`);
    const to = (location: string) =>
      response
        .writeHead(302, {
          location: `${location}?signature=${this.#signature}`,
        })
        .end();
    const elsewhere = url.startsWith('/elsewhere');
    if (
      this.failure === 'unauthorized' ||
      (elsewhere && this.failure === 'led elsewhere')
    ) {
      response.writeHead(401).end('No');
    } else if (this.failure === 'cut off' && headers.host === this.files) {
      response.writeHead(200, { 'content-length': 1000 }).write('System,');
      setTimeout(() => request.socket.destroy(), 20);
    } else if (
      elsewhere ||
      this.failure === 'gone' ||
      this.failure === 'cut off'
    ) {
      request.socket.destroy();
    } else if (url.startsWith('/archive') || this.failure === 'led elsewhere') {
      to(`http://${headers.host}/elsewhere`);
    } else if (this.failure === 'led astray') {
      to('http://not-allowed.example.com:1/a');
    } else if (this.failure === 'no gzip') {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
    } else if (this.failure === 'no such format') {
      response.writeHead(200).end('\0<html>"');
    } else {
      const archive = `http://${headers.host}/archive/{archive_format}{/ref}`;
      const repository = { archive_url: archive };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ sha: 'abc', repository }));
    }
  }
}
