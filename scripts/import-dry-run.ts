// `npm run import:dry-run -- <mapping.yaml> <file.csv>`: what would come of a register, without a portal and without changing anything.
import { createReadStream, readFileSync } from 'node:fs';
import {
  CsvFormat,
  readMapping,
  readRegister,
} from 'backstage-plugin-catalog-backend-module-ai-system';
import { parse, stringify } from 'yaml';

const ENTITIES = 3;
const ISSUES = 40;
const encodings = ['utf-8', 'windows-1252'] as const;

const usage = `Usage: npm run import:dry-run -- <mapping.yaml> <file.csv> [--encoding=${encodings.join(
  '|',
)}] [--delimiter=<character>]`;

function readArguments(args: readonly string[]) {
  const files: string[] = [];
  const format: CsvFormat = { encoding: 'utf-8', delimiter: ',' };
  for (const arg of args) {
    const [, key, value] = /^--(\w+)=(.+)$/.exec(arg) ?? [];
    if (key === 'encoding' && encodings.some(e => e === value)) {
      format.encoding = value as CsvFormat['encoding'];
    } else if (key === 'delimiter' && value.length === 1) {
      format.delimiter = value;
    } else if (arg.startsWith('-')) {
      throw new Error(`${arg} is not understood.\n${usage}`);
    } else {
      files.push(arg);
    }
  }
  if (files.length !== 2) throw new Error(usage);
  return { mapping: files[0], csv: files[1], format };
}

function table(title: string, counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return [
    `\n${title}`,
    ...rows.map(([word, count]) => `${String(count).padStart(7)}  ${word}`),
  ].join('\n');
}

function countBy<T>(items: readonly T[], of: (item: T) => string) {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  }
  return counts;
}

async function main() {
  const {
    mapping: mappingFile,
    csv,
    format,
  } = readArguments(process.argv.slice(2));
  const mapping = readMapping(parse(readFileSync(mappingFile, 'utf8')));
  const register = await readRegister(createReadStream(csv), {
    mapping,
    format,
  });
  const systems = register.entities.filter(e => e.kind === 'AISystem');
  const say = (line: string) => process.stdout.write(`${line}\n`);

  say(
    `${register.rows} rows: ${register.taken} would be taken, ${register.refused} refused, and of those taken ${register.doubtful} are doubtful. ${register.groups} groups would be made.`,
  );
  say(
    table(
      'By lifecycle',
      countBy(systems, e => String(e.spec?.lifecycle)),
    ),
  );
  if (register.issueCount > 0) {
    say(
      table(
        'What was refused or not understood',
        countBy(register.issues, i => `${i.outcome}: ${i.column ?? 'the row'}`),
      ),
    );
    const first = [...register.issues].sort(
      (a, b) =>
        Number(b.outcome === 'refused') - Number(a.outcome === 'refused'),
    );
    say('\nLine by line, what is refused first');
    for (const issue of first.slice(0, ISSUES)) {
      const column = issue.column === null ? '' : `${issue.column}: `;
      say(`  line ${issue.line}  ${issue.outcome}  ${column}${issue.reason}`);
    }
    if (register.issueCount > ISSUES) {
      say(`  and ${register.issueCount - ISSUES} more`);
    }
  }
  say(`\nThe first ${Math.min(ENTITIES, systems.length)} AI systems`);
  for (const entity of systems.slice(0, ENTITIES)) {
    say(`---\n${stringify(entity).trimEnd()}`);
  }
  if (register.broken) {
    throw new Error(
      `The end of the file could not be read: ${register.broken}`,
    );
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
