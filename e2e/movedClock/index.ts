import { createServer } from 'node:http';
import { createPortal } from '../../packages/backend/src/createPortal';
import { databaseClock } from '../../plugins/ai-governance-backend/src/database/clock';
import { createAiGovernancePlugin } from '../../plugins/ai-governance-backend/src/plugin';

// The example portal with a clock that only goes forward when it is told: `POST http://127.0.0.1:7118/?days=30`.

let aheadMs = 0;

createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  aheadMs += Number(searchParams.get('days')) * 24 * 60 * 60 * 1000;
  response.end(String(aheadMs));
}).listen(7118, '127.0.0.1');

createPortal(
  createAiGovernancePlugin({
    clock: async knex =>
      new Date(Date.parse(await databaseClock(knex)) + aheadMs).toISOString(),
  }),
).start();
