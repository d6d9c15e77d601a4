// Measures, and prints tables. `npm run benchmark -- --help` says what it takes.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseKind, Databases, startDatabases } from './database';
import { measureGovernance } from './governance';
import { Figure } from './measure';
import { table } from './table';
import { measureTechInsights } from './techInsights';

const docs = join(__dirname, '../docs');
const titles: Record<DatabaseKind, string> = {
  sqlite: 'SQLite',
  postgres: 'PostgreSQL 18',
};

const help = `Measures the plugin on both databases and prints tables.

  --subjects 1000,10000       how many AI systems
  --database sqlite,postgres  on which databases
  --peer 5000                 how many for the comparison with Tech Insights; 0: none
  --write                     puts the tables into docs/performance.md and the figures into docs/performance.json
`;

async function main() {
  const { values } = parseArgs({
    options: {
      subjects: { type: 'string', default: '1000,10000' },
      database: { type: 'string', default: 'sqlite,postgres' },
      peer: { type: 'string', default: '5000' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const sizes = values.subjects.split(',').map(Number);
  const peer = Number(values.peer);
  const kinds = values.database.split(',') as DatabaseKind[];
  if (
    !sizes.every(n => Number.isInteger(n) && n >= 100) ||
    !kinds.every(kind => kind in titles)
  ) {
    throw new Error(`Not understood.\n${help}`);
  }
  const say = (text: string) => console.error(text);
  const began = performance.now();
  const databases = await startDatabases();
  const figures: Figure[] = [];
  const beside: Figure[] = [];
  try {
    for (const kind of kinds) {
      for (const subjects of sizes) {
        const found = await measureGovernance({
          databases,
          kind,
          subjects,
          say,
        });
        figures.push(...found.figures);
      }
    }
    if (peer > 0) beside.push(...(await measureBeside(databases, peer, say)));
  } finally {
    await databases.stop();
  }
  const minutes = (performance.now() - began) / 60_000;
  const where = [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node.js ${
      process.versions.node
    } on ${availableParallelism()} cores`,
    `and ${Math.round(
      totalmem() / 1024 ** 3,
    )} GB of memory, in ${minutes.toFixed(1)} minutes.`,
  ].join(' ');
  const text = [
    where,
    ...kinds.map(
      kind =>
        `### ${titles[kind]}\n\n${table(
          figures.filter(f => f.database === kind),
        )}`,
    ),
    ...(beside.length
      ? [`### Beside Tech Insights, PostgreSQL 18\n\n${table(beside)}`]
      : []),
  ].join('\n\n');
  console.log(`\n${text}`);
  if (values.write) write(text, { where, figures, beside });
}

/** The evaluation of ours and of the peer, on one PostgreSQL, over the same facts. */
async function measureBeside(
  databases: Databases,
  subjects: number,
  say: (text: string) => void,
): Promise<Figure[]> {
  const { place, figures } = await measureGovernance({
    databases,
    kind: 'postgres',
    subjects,
    evaluationOnly: true,
    say,
  });
  const theirs = await measureTechInsights({ databases, place, subjects, say });
  return theirs.length === 0
    ? []
    : [...figures.filter(f => f.what.startsWith('evaluate')), ...theirs];
}

/** Between the two marks of the page stands what was measured last; the rest is written by hand. */
function write(text: string, json: object) {
  const page = join(docs, 'performance.md');
  const [before, , after] = readFileSync(page, 'utf8').split(
    /<!-- (?:figures|end of figures) -->/,
  );
  writeFileSync(
    page,
    `${before}<!-- figures -->\n\n${text}\n\n<!-- end of figures -->${after}`,
  );
  writeFileSync(
    join(docs, 'performance.json'),
    `${JSON.stringify(json, undefined, 2)}\n`,
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
