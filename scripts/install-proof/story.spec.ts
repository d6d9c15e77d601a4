import { APIRequestContext, expect, test } from '@playwright/test';

/** The guest, behind the scenes, to see what the backend has. */
async function asGuest(request: APIRequestContext) {
  const response = await request.get('/api/auth/guest/refresh', {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  expect(response.status(), await response.text()).toBe(200);
  const { token } = (await response.json()).backstageIdentity;
  return async (path: string) => {
    const answer = await request.get(`/api${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.ok() ? answer.json() : undefined;
  };
}

test.beforeAll(async ({ request }) => {
  const get = await asGuest(request);
  await expect(async () => {
    const posture = await get(
      '/ai-governance/subjects/aisystem/default/reply-drafts',
    );
    expect(posture?.results?.length).toBeGreaterThan(0);
  }).toPass({ timeout: 90_000 });
});

test('the catalog keeps what it had', async ({ request }) => {
  const get = await asGuest(request);
  const has = async (ref: string) => {
    const [kind, name] = ref.split(':');
    return get(`/catalog/entities/by-name/${kind}/default/${name}`);
  };
  // one of each kind that the fresh app brings
  for (const ref of [
    'component:example-website',
    'api:example-grpc-api',
    'system:examples',
    'template:example-nodejs-template',
    'group:guests',
    'user:guest',
  ]) {
    await expect
      .poll(async () => (await has(ref))?.metadata.name, { message: ref })
      .toBe(ref.split(':')[1]);
  }
  const { relations } = await has('aisystem:reply-drafts');
  expect(relations).toContainEqual({
    type: 'ownedBy',
    targetRef: 'group:default/guests',
  });
});

test('an owner sees what is missing, writes the intended use, and the control passes', async ({
  page,
}) => {
  await page.goto('/catalog/default/aisystem/reply-drafts');
  await page.getByRole('button', { name: 'Enter' }).click();

  const first = page.getByRole('region', { name: 'What to do first' });
  await expect(
    first.getByRole('heading', { name: 'Intended use documented' }),
  ).toBeVisible();
  await first.getByRole('button', { name: 'Write the intended use' }).click();
  const write = (field: string, text: string) =>
    page.getByRole('textbox', { name: field, exact: true }).fill(text);
  await write('Purpose', 'Draft replies that a person checks.');
  await write('Intended users', 'Customer service.');
  await write('In scope', '- Questions about orders');
  await write('Out of scope', '- Sending without a look');
  await write('Limitations', 'Invents order numbers now and then.');
  await write('Assumptions', 'Everybody reads before they send.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Revision 1 by')).toBeVisible();
  await page.screenshot({
    path: test.info().outputPath('intended-use.png'),
  });

  await page.reload();
  await expect(
    page.getByText('Invents order numbers now and then.'),
  ).toBeVisible();
  await page.goto('/catalog/default/aisystem/reply-drafts');
  await expect(page.getByText(/\d+ % · \d+ of \d+ hold/)).toBeVisible();
  await expect(
    first.getByRole('heading', { name: 'Intended use documented' }),
  ).toBeHidden();
  await page.screenshot({ path: test.info().outputPath('posture.png') });
});

test('the control that the intended use is about passes', async ({
  request,
}) => {
  const get = await asGuest(request);
  const { results } = await get(
    '/ai-governance/subjects/aisystem/default/reply-drafts',
  );
  expect(
    results.find((r: { controlId: string }) => r.controlId === 'DOC-01')?.state,
  ).toBe('pass');
});

test('scorecards and inventory are in the sidebar, and the team has its card', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'AI governance' }).first().click();
  await expect(
    page.getByRole('link', { name: 'guests' }).first(),
  ).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('scorecards.png') });
  await page.goto('/ai-governance/inventory');
  await expect(page.getByRole('link', { name: 'Reply drafts' })).toBeVisible();
  await page.goto('/catalog/default/group/guests');
  await expect(
    page.getByRole('heading', { name: 'AI governance' }).first(),
  ).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('group.png') });
});
