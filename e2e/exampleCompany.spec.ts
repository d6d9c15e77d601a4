import { apiAs, expect, test, waitForExamples } from './portal';

// Before the others write anything: Playwright takes the files in the order of their names, with one worker.

const states = [
  'pass',
  'warning',
  'fail',
  'expired',
  'not-reported',
  'not-applicable',
  'exempt',
] as const;

/** Counted by hand from examples/: for each team the AI systems of its own and below, and their results in the order of `states`. */
const byHand: Record<string, [number, ...number[]]> = {
  'alderwick-bank': [15, 305, 10, 34, 6, 99, 205, 1],
  'customer-operations': [3, 63, 0, 5, 0, 26, 38, 0],
  'customer-support': [2, 49, 0, 3, 0, 17, 19, 0],
  payments: [1, 14, 0, 2, 0, 9, 19, 0],
  'finance-and-credit': [4, 70, 7, 3, 4, 16, 76, 0],
  'credit-risk': [3, 44, 7, 0, 0, 13, 68, 0],
  'fraud-operations': [1, 26, 0, 3, 4, 3, 8, 0],
  growth: [3, 65, 0, 7, 0, 16, 44, 0],
  marketing: [3, 65, 0, 7, 0, 16, 44, 0],
  'fieldnote-studio': [1, 27, 0, 0, 0, 7, 10, 0],
  technology: [4, 90, 3, 10, 0, 33, 39, 1],
  'developer-experience': [1, 34, 1, 0, 0, 0, 9, 0],
  'data-platform': [1, 25, 1, 1, 0, 3, 13, 1],
  'security-operations': [1, 26, 1, 7, 0, 5, 5, 0],
  'workplace-tools': [1, 5, 0, 2, 0, 25, 12, 0],
  'people-and-culture': [1, 17, 0, 9, 2, 8, 8, 0],
  'talent-acquisition': [1, 17, 0, 9, 2, 8, 8, 0],
};
/** The same for the whole bank, with the two that no team owns. */
const organizationByHand = [17, 327, 10, 36, 6, 126, 242, 1];

const row = (card: { subjects: number; counts: Record<string, number> }) => [
  card.subjects,
  ...states.map(state => card.counts[state]),
];

test.beforeAll(({ request }) => waitForExamples(request));

test('the scorecards of the example company equal a count done by hand', async ({
  request,
}) => {
  const api = await apiAs(request, 'user:default/jorge.almeida');
  const { items } = await (await api.get('/scorecards/teams')).json();
  expect(
    Object.fromEntries(
      items.map((team: { ref: string } & Parameters<typeof row>[0]) => [
        team.ref.replace('group:default/', ''),
        row(team),
      ]),
    ),
  ).toEqual(byHand);
  const whole = await (await api.get('/scorecards/organization')).json();
  expect(row(whole)).toEqual(organizationByHand);
  expect(whole.withoutTeam.unowned.subjects).toBe(1);
  expect(whole.withoutTeam.ownedByPerson.subjects).toBe(1);
});

test('the ledger of the example company is whole, and an auditor may verify it', async ({
  request,
}) => {
  const auditor = await apiAs(request, 'user:default/jorge.almeida');
  expect(await (await auditor.get('/ledger/verify')).json()).toMatchObject({
    ok: true,
    // 17 subjects, the organization, and 21 people who are asked something
    streams: 39,
    problems: [],
  });
  const engineer = await apiAs(request, 'user:default/sam.okafor');
  expect((await engineer.get('/ledger/verify')).status()).toBe(403);
});

test('an external partner finds no trace of what others own', async ({
  request,
}) => {
  const partner = await apiAs(request, 'user:default/noa.vidal');
  const text = async (path: string) => (await partner.get(path)).text();
  const everything = [
    await text('/subjects?limit=500'),
    await text('/subjects/facets'),
    await text('/scorecards/teams'),
    await text('/scorecards/organization'),
    await text('/records?type=intended-use'),
    await text('/records?type=risk-assessment'),
    await text('/records?type=change'),
  ].join('\n');
  expect(everything).toContain('Campaign creative');
  for (const foreign of [
    'credit-risk',
    'Card limit',
    'lena.fischer',
    'customer-segmentation',
    'Customer segmentation',
  ]) {
    expect(everything).not.toContain(foreign);
  }
  const whole = JSON.parse(await text('/scorecards/organization'));
  expect(whole.subjects).toBe(1);
  // what may not be read and what is not there are told in the same words
  const answer = async (name: string) => {
    const response = await partner.get(`/subjects/aisystem/default/${name}`);
    const { error } = await response.json();
    return [response.status(), error.message.replaceAll(name, '…')];
  };
  expect(await answer('cv-screening')).toEqual(await answer('no-such-thing'));
});
