import { BrowserContext, Page } from '@playwright/test';
import { pagesOf } from './pages';
import { apiAs, expect, signIn, test, waitForExamples } from './portal';
import { line, markdown, serveUntrusted } from './untrustedCompany';
import { filesWithFaults } from './untrustedFiles';
import { printPage, readSpreadsheet, saveFiles } from './untrustedPaper';
import { hostileRecord } from './untrustedRecords';

// After the others of its portal: what it writes is in everything that they count.

let company: Awaited<ReturnType<typeof serveUntrusted>>;
test.beforeAll(async ({ request }) => {
  await waitForExamples(request);
  company = await serveUntrusted();
});
test.afterAll(() => company.stop());

type Api = Awaited<ReturnType<typeof apiAs>>;
const system = '/subjects/aisystem/default/untrusted';
const streams = [
  `${system}/records`,
  '/organization/records',
  '/people/default/priya.raman/records',
  '/people/default/untrusted/records',
];

/**
 * A record of every type, where it may be written.
 *
 * @returns the types that nobody could write, with why
 */
async function writeEverything(writers: Api[]) {
  const read = async (path: string) => (await writers[0].get(path)).json();
  const { items: types } = await read('/record-types');
  const told: Record<string, string | undefined> = {
    entity: (await read('/discovered?limit=1')).items[0].ref,
    version: (await read('/policy')).policy.version,
  };
  const refused: Record<string, string[]> = {};
  for (const type of types) {
    const body = hostileRecord(type, told);
    const why: string[] = [];
    const places = writers.flatMap(writer =>
      streams.map(path => [writer, path] as const),
    );
    for (const [writer, path] of places) {
      const answer = await writer.post(path, body);
      const { recordId, error } = await answer.json();
      if (recordId) {
        if (type.type === 'incident') told.recordId = recordId;
        why.length = 0;
        break;
      }
      why.push(error.message.slice(0, 200));
    }
    if (why.length > 0) refused[type.type] = why;
  }
  return refused;
}

/** What the company states of Annex A already, once more: it is what the Statement of Applicability prints. */
async function reviseApplicability(api: Api) {
  const type = 'applicability';
  const path = '/organization/records';
  const { items } = await (
    await api.get(`${path}?type=${type}&limit=500`)
  ).json();
  const { recordId, revision, data } = items.find(
    (one: any) => one.data.requirement === 'A.2.2',
  );
  const answer = await api.post(path, {
    ...{ type, recordId, baseRevision: revision },
    data: { ...data, justification: markdown },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** What people may not bring into a page, of what is there; nothing when all is well. */
function astray() {
  const elements = document.querySelectorAll(
    [
      ...['script', 'style', 'link', 'meta', 'base', 'form[action]'],
      ...['iframe', 'object', 'embed', 'foreignObject'],
    ]
      .map(element => `:is(main, article) ${element}`)
      .join(),
  );
  // what the portal's own graph has until it is drawn
  const ofGraph =
    '<style>#dependency-graph * { transition: none !important; }</style>';
  const found = [...elements]
    .map(({ outerHTML }) => outerHTML.slice(0, 200))
    .filter(html => html !== ofGraph);
  for (const element of document.querySelectorAll(':is(main, article) *')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`${name}=${value}`);
    }
    const address =
      element.getAttribute('href') ??
      element.getAttribute('xlink:href') ??
      element.getAttribute('src');
    if (address === null) continue;
    const { protocol, origin } = new URL(address, document.baseURI);
    const isLink = element.tagName === 'A';
    const fine = isLink
      ? ['http:', 'https:', 'mailto:'].includes(protocol)
      : origin === location.origin || ['data:', 'blob:'].includes(protocol);
    if (!fine) found.push(`${element.tagName} ${address.slice(0, 200)}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth} px wide`);
  // the part of a page that these are looked for in has to be there
  if (!document.querySelector('main, article')) found.push('nothing');
  return found;
}

/** What ran, was asked for elsewhere, or was stopped by the policy of the portal for contents, whatever the page. */
async function watch(context: BrowserContext) {
  const seen: string[] = [];
  await context.exposeFunction('ran', (what: string) => seen.push(what));
  context.on('dialog', dialog => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', error => seen.push(`thrown: ${error.error()}`));
  context.on('request', request => {
    const { protocol, host } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && !/^localhost:7\d\d\d$/.test(host)) {
      seen.push(`asked for ${request.url()}`);
    }
  });
  context.on('console', message => {
    if (/Content Security Policy|javascript:/.test(message.text())) {
      seen.push(message.text());
    }
  });
  return seen;
}

/** The policy is of the portal’s own configuration, and no place for attacks: but its texts are read as well. */
async function withHostilePolicy(context: BrowserContext) {
  await context.route(/api\/ai-governance\/policy$/, async route => {
    const answer = await route.fetch();
    const body = await answer.text();
    const json = JSON.parse(body, (key, value) =>
      ['title', 'description', 'text', 'name', 'note'].includes(key) &&
      typeof value === 'string'
        ? line
        : value,
    );
    await route.fulfill({ response: answer, json });
  });
}

/** Shows what is folded, where that is all the button does. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    const folded = document.querySelectorAll<HTMLElement>(
      ':is(main, article) button[aria-expanded="false"]:not([aria-haspopup])',
    );
    for (const button of folded) button.click();
  });

const of = '/catalog/default/aisystem';
const pages: [path: string, ready?: string][] = [
  ...pagesOf({
    full: 'untrusted',
    changed: 'untrusted',
    empty: 'untrusted-long',
  }).map(([, path, ready]): [string, string] => [path, ready]),
  [`${of}/untrusted-long`],
  [`${of}/untrusted-tool`],
  ['/catalog/default/group/untrusted'],
  ['/ai-governance/teams/default/untrusted'],
  ['/ai-governance/inventory?team=group:default/untrusted'],
  ['/ai-governance/registers?type=incident'],
];

test('what people write into every field is text on every page: nothing runs, nothing is loaded, no link leads astray', async ({
  page,
  context,
  request,
}) => {
  // a busy machine needs minutes for what takes one
  test.setTimeout(400_000);
  const api = await apiAs(request, 'user:default/priya.raman');
  const auditor = await apiAs(request, 'user:default/jorge.almeida');
  const added = await api.post('/../catalog/locations', {
    type: 'url',
    target: company.file,
  });
  expect(added.status(), await added.text()).toBe(201);
  const registered = await api.post('/registrations', {
    data: {
      ...{ name: 'untrusted-tool', title: line.slice(0, 200), type: 'tool' },
      ...{ lifecycle: 'production', owner: 'group:default/untrusted' },
      ...{ description: line, purpose: line },
    },
  });
  expect(registered.status(), await registered.text()).toBe(201);
  await expect(async () => {
    await api.post('/inventory/sweep', {});
    expect((await api.get(system)).status()).toBe(200);
  }).toPass({ timeout: 30_000 });
  const refused = await writeEverything([api, auditor]);
  // by the system, by a form of its own, and by the owners alone
  expect(Object.keys(refused), JSON.stringify(refused)).toEqual([
    ...['profile', 'registration', 'confirmation'],
    ...['policy', 'continuation', 'redaction'],
  ]);

  await reviseApplicability(api);

  for (const path of [
    ...['/records?type=change', '/work?scope=all', '/work/calendar'],
    ...['/subjects/<script>ran(1)</script>', '/<img src=x onerror=ran(1)>'],
  ]) {
    const headers = (await api.get(path)).headers();
    expect(headers['content-type'] ?? '').not.toMatch(/html/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }

  const ofApi = await filesWithFaults(auditor);
  expect(ofApi.faults).toEqual([]);
  expect(ofApi.files).toBeGreaterThan(20);

  const seen = await watch(context);
  await withHostilePolicy(context);
  await signIn(page, 'Priya Raman');
  const { items: incidents } = await (
    await api.get(`${system}/records?type=incident`)
  ).json();
  const printed = [
    `${of}/untrusted/assurance?case=${incidents[0].recordId}`,
    '/ai-governance/frameworks/iso-42001/applicability',
    '/ai-governance/frameworks/nist-ai-rmf?team=group:default/untrusted',
  ];
  const files: string[] = [];
  const left = [
    ...pages.filter(([path]) => !printed.includes(path)),
    ...printed.map((path): [path: string, ready?: string] => [path]),
  ];
  async function read(tab: Page) {
    for (let next = left.shift(); next; next = left.shift()) {
      const [path, ready] = next;
      await tab.goto(path);
      const heading = ready
        ? tab.getByRole('heading', { name: ready, exact: true })
        : tab.locator('main, article').getByRole('heading');
      await expect(heading.last()).toBeVisible();
      await expect(tab.getByRole('progressbar')).toHaveCount(0);
      if (path.endsWith('/registers/import')) await readSpreadsheet(tab);
      await unfold(tab);
      expect.soft(await tab.evaluate(astray), path).toEqual([]);
      const saved = await saveFiles(tab);
      expect.soft(saved.faults, path).toEqual([]);
      files.push(...saved.files);
      if (printed.includes(path)) await printPage(tab);
    }
  }
  await Promise.all([read(page), context.newPage().then(read)]);
  expect(new Set(files).size, files.join()).toBeGreaterThan(8);
  expect(seen).toEqual([]);
  expect(company.asked).toEqual([]);
});
