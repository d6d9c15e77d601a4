// Measures, and prints tables. `npm run benchmark -- --help` says what it takes.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseKind, startDatabases } from './database';
import { measureGovernance } from './governance';
import { Figure } from './measure';
import { table } from './table';

const docs = join(__dirname, '../docs');
const titles: Record<DatabaseKind, string> = {
  sqlite: 'SQLite',
  postgres: 'PostgreSQL 18',
};

const help = `Measures the plugin on both databases and prints tables.

  --subjects 1000,10000       how many AI systems
  --database sqlite,postgres  on which databases
  --write                     puts the tables into docs/performance.md and the figures into docs/performance.json
`;

async function main() {
  const { values } = parseArgs({
    options: {
      subjects: { type: 'string', default: '1000,10000' },
      database: { type: 'string', default: 'sqlite,postgres' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const sizes = values.subjects.split(',').map(Number);
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
  try {
    for (const kind of kinds) {
      for (const subjects of sizes) {
        figures.push(
          ...(await measureGovernance({ databases, kind, subjects, say })),
        );
      }
    }
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
  ].join('\n\n');
  console.log(`\n${text}`);
  if (values.write) write(text, { where, figures });
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
