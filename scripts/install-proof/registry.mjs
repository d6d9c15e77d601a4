// A registry of npm packages for as long as the proof runs: it has our packages as if they were published, and asks the
// real registry for all others. So `yarn add` is tried as it is written on the page, and our packages find each other by their ranges.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** Gives the address to be set as `npmRegistryServer`, and what stops it. */
export async function startRegistry({ packages, port, upstream }) {
  const ours = new Map(
    packages.map(({ name, version, manifest, file }) => {
      const tarball = readFileSync(file);
      // the address says what is in it, for Yarn keeps what it has fetched by address
      const path = `/${createHash('sha256').update(tarball).digest('hex')}.tgz`;
      const dist = {
        tarball: `http://127.0.0.1:${port}${path}`,
        integrity: `sha512-${createHash('sha512')
          .update(tarball)
          .digest('base64')}`,
      };
      const document = {
        name,
        'dist-tags': { latest: version },
        versions: { [version]: { ...manifest, dist } },
      };
      return [name, { document, path, tarball }];
    }),
  );
  const tarballs = new Map([...ours.values()].map(p => [p.path, p.tarball]));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url);
    const found = ours.get(path.slice(1));
    if (found) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(found.document));
    } else if (tarballs.has(path)) {
      response.setHeader('content-type', 'application/octet-stream');
      response.end(tarballs.get(path));
    } else {
      passOn(
        new URL(request.url.slice(1), upstream.replace(/\/?$/, '/')),
        request,
        response,
      );
    }
  });
  await new Promise((done, failed) =>
    server.on('error', failed).listen(port, '127.0.0.1', done),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function passOn(url, { headers }, response) {
  try {
    const answer = await fetch(url, { headers: { accept: headers.accept } });
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type'),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(502).end(`${url}: ${error.cause ?? error}`);
  }
}
