import { createServer } from 'node:http';
import { createPortal } from '../../../packages/backend/src/createPortal';
import { databaseClock } from '../../../plugins/ai-governance-backend/src/database/clock';
import { createAiGovernancePlugin } from '../../../plugins/ai-governance-backend/src/plugin';
import { CLOCK_PORT } from '../address';

// The portal with the clock of governance set back by DAYS_BEHIND days, which goes forward when it is told: `POST http://127.0.0.1:7134/?days=30`.

const DAY = 24 * 60 * 60 * 1000;
let behindMs = Number(process.env.DAYS_BEHIND ?? 0) * DAY;

createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  behindMs -= Number(searchParams.get('days')) * DAY;
  response.end(String(behindMs / DAY));
}).listen(CLOCK_PORT, '127.0.0.1');

createPortal(
  createAiGovernancePlugin({
    clock: async knex =>
      new Date(Date.parse(await databaseClock(knex)) - behindMs).toISOString(),
  }),
).start();
