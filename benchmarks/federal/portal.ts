import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  AiGovernanceApi,
  AiGovernanceClient,
} from 'backstage-plugin-ai-governance-common';
import { isReady, startPortalProcess } from '../portalProcess';
import { CLOCK_PORT, PORTAL } from './address';

const root = join(__dirname, '../..');
const data = join(root, '.data/federal-year');
const READY_WITHIN_MS = 3 * 60_000;

/** Whether the year was played before. */
export const isSeeded = () => existsSync(join(data, 'seeded'));
export const forget = () => rmSync(data, { recursive: true, force: true });
export const folder = () => data;

/** Whether the portal is served already. */
export const answers = () => isReady(PORTAL);

/** The portal on the federal inventory, its governance that many days behind. */
export const startPortal = (daysBehind = 0) =>
  startPortalProcess({
    portal: PORTAL,
    folder: data,
    entry: '../../benchmarks/federal/clockSetBack',
    configs: [
      'app-config.yaml',
      'app-config.federal.yaml',
      'benchmarks/federal/app-config.yaml',
    ],
    env: { DAYS_BEHIND: String(daysBehind) },
  });

/** The clock of governance goes forward. */
export async function goForward(days: number): Promise<void> {
  await fetch(`http://127.0.0.1:${CLOCK_PORT}/?days=${days}`, {
    method: 'POST',
  });
}

export async function tokenOf(user: string): Promise<string> {
  const response = await fetch(`${PORTAL}/api/auth/guest/refresh`, {
    headers: {
      'x-example-user': `user:default/${user}`,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const answer: any = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer.backstageIdentity.token;
}

const TOKEN_MS = 20 * 60_000;

/** The governance API as somebody of people.yaml or users.yaml, who is signed in as anybody would be. */
export function apiAs(user: string): AiGovernanceApi {
  let token: { text: string; until: number } | undefined;
  return new AiGovernanceClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `${PORTAL}/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        if (!token || token.until < Date.now()) {
          token = { text: await tokenOf(user), until: Date.now() + TOKEN_MS };
        }
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token.text}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}

/** The catalog takes some seconds to know those who sign in. */
export async function untilKnown(users: readonly string[]): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  for (const user of users) {
    for (;;) {
      try {
        await tokenOf(user);
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
        await delay(1_000);
      }
    }
  }
}

/** Sweeps until the catalog has given that many, and waits until each of them is evaluated. @returns how many subjects there are */
export async function untilSwept(
  administrator: AiGovernanceApi,
  atLeast: number,
  say: (text: string) => void,
): Promise<number> {
  for (;;) {
    const { seen } = await administrator.sweep();
    say(`The catalog has ${seen} AI systems`);
    if (seen >= atLeast) {
      await untilEvaluated(administrator);
      return seen;
    }
    await delay(10_000);
  }
}

/** Waits until nothing waits to be evaluated. */
export async function untilEvaluated(api: AiGovernanceApi): Promise<void> {
  while ((await api.inventory()).waiting > 0) await delay(1_000);
}
