import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';

/** Where the catalog reads this company, and where nothing else may ask: app-config.e2e.yaml allows the host. */
const port = 7119;
const elsewhere = `http://127.0.0.1:${port}`;

/** Says by each way there is that it ran, or was loaded. */
const run = `window.ran('x')`;
const scheme = 'javascript';

/** What stands in one line. */
export const line = [
  `"><img src=x onerror=${run}><script>${run}</script>`,
  `=HYPERLINK("${elsewhere}/a","b")`,
  '\u202egnp.exe\u202c\u0007',
  '{{7*7}}${7*7}$t(x)',
].join(' ');

/** The same where there is less room. */
const short = `"><img src=x onerror=${run}>\u202e`;

/** What stands in a Markdown text, or in any that takes more than a line. */
export const markdown = [
  line,
  `[a](${scheme}:${run}) [b](data:text/html,<script>${run}</script>) <${scheme}:${run}>`,
  `![c](${elsewhere}/pixel.png) ![d](${scheme}:${run}) [e](//127.0.0.1:${port}/f)`,
  `<svg onload="${run}"><foreignObject><iframe src="${elsewhere}/g"></iframe></foreignObject></svg>`,
  `<iframe srcdoc="<script>parent.ran('x')</script>"></iframe>`,
  `<meta http-equiv="refresh" content="0;url=${elsewhere}/h"><base href="${elsewhere}">`,
  `<link rel="stylesheet" href="${elsewhere}/i.css"><style>@import url(${elsewhere}/j.css);</style>`,
  `</textarea></title></style><form action="${elsewhere}/k"><button autofocus onfocus=${run}>`,
  `[l]: ${scheme}:${run}\n\n[l] [m]\n\n[m]: ${elsewhere}/m`,
  '| =1+1 | <b>n</b> |\n| --- | --- |\n| `</code><script>` | x |',
].join('\n\n');

export const link = `${elsewhere}/"onmouseover="${run}"><img/src=x/onerror=${run}>`;

const long = 'Ω'.repeat(10_000);
const quoted = (text: string) => JSON.stringify(text);

/** A team, people and a system of which every text is hostile: as somebody writes it into a file beside their code.
 * No image: the catalog's own card loads those of a description, as far as the portal's policy for contents lets it. */
const entities = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: untrusted, title: ${quoted(line)}, description: ${quoted(
  line,
)} }
spec:
  type: team
  profile: { displayName: ${quoted(line)}, email: ${quoted(line)} }
  parent: customer-operations
  children: []
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: untrusted, title: ${quoted(line)} }
spec:
  profile: { displayName: ${quoted(line)}, email: ${quoted(line)} }
  memberOf: [untrusted]
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: untrusted.long, title: ${quoted(long)} }
spec:
  profile: { displayName: ${quoted(long)} }
  memberOf: [untrusted]
${['untrusted', 'untrusted-long']
  .map(
    name => `---
apiVersion: ai-governance/v1alpha1
kind: AISystem
metadata:
  name: ${name}
  title: ${quoted(name === 'untrusted' ? line : long)}
  description: ${quoted(line)}
spec:
  type: ${quoted(short)}
  lifecycle: ${quoted(short)}
  owner: group:default/untrusted
  accountable: user:default/untrusted
  purpose: ${quoted(line)}
  uses: []
  sourcing: vendor
  vendor: { name: ${quoted(short)}, product: ${quoted(short)} }
  models: [{ provider: ${quoted(short)}, name: ${quoted(short)} }]
  data: { classification: internal, categories: [personal], sources: [] }
  affects: { audience: [public], influences: [eligibility], basis: main, interaction: [people-interact] }
`,
  )
  .join('')}`;

/** Serves the company, and notes whatever else is asked for. */
export async function serveUntrusted() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/catalog-info.yaml') asked.push(request.url ?? '');
    response.end(entities);
  }).listen(port, '127.0.0.1');
  await new Promise(done => server.once('listening', done));
  return {
    file: `${elsewhere}/catalog-info.yaml`,
    port: (server.address() as AddressInfo).port,
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
