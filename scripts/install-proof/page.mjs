// docs/install.md as a program: before each fenced block of the page stands a comment, unseen by its readers, that says what to do with it.
//
//   <!-- both: run -->                                               the commands, one a line, in the folder of the app
//   <!-- legacy: create packages/app/src/x.tsx -->                   a new file
//   <!-- new: merge app-config.yaml -->                              keys into keys; lists are added to the lists that are there
//   <!-- both: before packages/backend/src/index.ts backend.start -->    above the first line that has these words
//   <!-- legacy: after packages/app/src/y.tsx words | const b = -->      below the first line that has them, from `const b =` on
//   <!-- legacy: replace packages/app/src/y.tsx words -->                instead of that line
//
// The first word says in which frontend system.
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The blocks of the page in their order: `{ apps, action, file, anchor, scope, text, line }`. A block that says nothing is an error. */
export function blocksOf(page) {
  const lines = page.split('\n');
  const blocks = [];
  for (let i = 0; i < lines.length; i++) {
    if (!/^```\w/.test(lines[i])) continue;
    const end = lines.indexOf('```', i);
    let above = i - 1;
    while (lines[above] === '') above--;
    const said =
      /^<!-- (both|new|legacy): (run|create|merge|before|after|replace)(?: (\S+)(?: (.+?)(?: \| (.+))?)?)? -->$/.exec(
        lines[above],
      );
    if (!said) {
      throw new Error(
        `docs/install.md:${
          i + 1
        }: no comment above this block says what the proof does with it`,
      );
    }
    const [, apps, action, file, anchor, scope] = said;
    blocks.push({
      apps: apps === 'both' ? ['new', 'legacy'] : [apps],
      action,
      file,
      anchor,
      scope,
      text: `${lines.slice(i + 1, end).join('\n')}\n`,
      line: i + 1,
    });
    i = end;
  }
  return blocks;
}

/** Does what one block says, in the app at `dir`. */
export async function apply(block, { dir, run, root }) {
  const { action, anchor, scope, text } = block;
  const at = `docs/install.md:${block.line}`;
  if (action === 'run') {
    for (const command of text.trim().split('\n')) await run(command);
    return;
  }
  const file = join(dir, block.file);
  if (action === 'create') {
    if (existsSync(file))
      throw new Error(`${at}: ${block.file} is there already`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const before = readFileSync(file, 'utf8');
  if (action === 'merge') {
    const { parse, stringify } = createRequire(
      join(root, 'packages/backend/package.json'),
    )('yaml');
    writeFileSync(file, stringify(merged(parse(before), parse(text))));
    return;
  }
  const lines = before.split('\n');
  const from = scope ? lines.findIndex(line => line.includes(scope)) : 0;
  const found = lines.findIndex(
    (line, i) => i >= from && line.includes(anchor),
  );
  if (from < 0 || found < 0)
    throw new Error(`${at}: ${block.file} has no line with ${anchor}`);
  lines.splice(
    action === 'after' ? found + 1 : found,
    action === 'replace' ? 1 : 0,
    text.trimEnd(),
  );
  writeFileSync(file, lines.join('\n'));
}

function merged(old, added) {
  if (Array.isArray(old) && Array.isArray(added)) return [...old, ...added];
  if (!isMap(old) || !isMap(added)) return added;
  return Object.fromEntries(
    [...new Set([...Object.keys(old), ...Object.keys(added)])].map(key => [
      key,
      key in added ? merged(old[key], added[key]) : old[key],
    ]),
  );
}

function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
