import { setTimeout as delay } from 'node:timers/promises';
import { startPortalProcess } from '../portalProcess';
import { cache, PORTAL, Variant } from './address';
import { appModules, appPackage } from './builds';

const READY_WITHIN_MS = 3 * 60_000;

/** The backend of the example portal with its example company, which serves one of the two apps. */
export const startServed = (app: Variant) =>
  startPortalProcess({
    portal: PORTAL,
    folder: cache,
    entry: 'src',
    configs: ['app-config.yaml', 'benchmarks/portal/app-config.yaml'],
    env: {
      NODE_PATH: appModules,
      APP_CONFIG_app_packageName: appPackage(app),
    },
  });

/** A token of somebody of the example company; waits until the catalog knows them. */
export async function tokenOf(user: string): Promise<string> {
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const response = await fetch(`${PORTAL}/api/auth/guest/refresh`, {
      headers: {
        'x-example-user': user,
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    const answer: any = await response.json();
    if (response.ok) return answer.backstageIdentity.token;
    if (Date.now() > end) throw new Error(JSON.stringify(answer));
    await delay(1_000);
  }
}

/** Asks the governance API as somebody. */
export async function ask(user: string, path: string, body?: object) {
  const response = await fetch(`${PORTAL}/api/ai-governance${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${await tokenOf(user)}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  const answer: any = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}

/** The records of the example company are appended after the start, and judged: until neither has moved for a while. */
export async function untilSettled(user: string) {
  const end = Date.now() + READY_WITHIN_MS;
  let before = '';
  for (let same = 0; same < 4; ) {
    if (Date.now() > end) throw new Error('The example company never settles');
    await delay(3_000);
    const { counts, subjects } = await ask(user, '/scorecards/organization');
    const { waiting } = await ask(user, '/inventory');
    const now = JSON.stringify([counts, subjects]);
    same = waiting === 0 && subjects > 0 && now === before ? same + 1 : 0;
    before = now;
  }
}
