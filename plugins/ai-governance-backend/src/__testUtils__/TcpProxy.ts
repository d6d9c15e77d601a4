import { createServer, connect, Server, Socket } from 'node:net';
import { AddressInfo } from 'node:net';

/** A proxy between a backend and its database, which a test cuts, slows down and restores. */
export class TcpProxy {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  /** Milliseconds that each piece of an answer is held back. */
  delay = 0;

  static async start(target: { host: string; port: number }) {
    const proxy = new TcpProxy(target);
    await proxy.restore();
    return proxy;
  }

  private constructor(target: { host: string; port: number }) {
    this.#target = target;
  }

  get port() {
    return this.#port;
  }

  /** Breaks every connection, and refuses new ones. */
  async cut() {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server) await new Promise(done => server.close(done));
  }

  /** Takes connections, on the same port as before. */
  async restore() {
    const server = createServer(client => this.#through(client));
    await new Promise<void>((done, fail) => {
      server.once('error', fail).listen(this.#port, '127.0.0.1', done);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  #through(client: Socket) {
    const database = connect(this.#target);
    const pair = [client, database];
    for (const socket of pair) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        for (const one of pair) one.destroy();
      });
    }
    client.on('data', data => database.write(data));
    database.on('data', data => {
      if (this.delay) setTimeout(() => client.write(data), this.delay);
      else client.write(data);
    });
  }
}
