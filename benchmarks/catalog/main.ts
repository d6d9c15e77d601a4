// What the suite costs the catalog of the portal. `npm run benchmark:catalog -- --help` says what it takes.
import { parseArgs } from 'node:util';
import { startDatabases } from '../database';
import { rows } from '../table';
import { Found, host } from './hosting';
import { reads } from './reads';
import { variants } from './variants';

const help = `Measures the real catalog on PostgreSQL with the suite and without: from a full mutation until every entity is stitched, then typical reads.

  --entities 10000   how many resources, and how many AI systems (or Components, in the portal without) beside them
  --only plain,suite   some of ${variants.map(({ id }) => id).join(', ')}
`;

const say = (text: string) => console.error(text);

async function main() {
  const { values } = parseArgs({
    options: {
      entities: { type: 'string', default: '10000' },
      only: { type: 'string', default: variants.map(v => v.id).join(',') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const only = values.only.split(',');
  const databases = await startDatabases();
  const found: Found[] = [];
  try {
    for (const variant of variants) {
      if (!only.includes(variant.id)) continue;
      const { postgresUrl } = databases;
      const entities = Number(values.entities);
      found.push(await host({ variant, entities, postgresUrl, say }));
    }
  } finally {
    await databases.stop();
  }
  const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0);
  console.log(
    rows(
      ['median ms', ...found.map(({ variant }) => variant.title)],
      [
        ['entities', ...found.map(({ entities }) => String(entities))],
        [
          'until all are stitched, s',
          ...found.map(({ stitchedMs }) => (stitchedMs / 1000).toFixed(1)),
        ],
        [
          'of processors until then, s',
          ...found.map(({ stitchedCpuMs }) =>
            (stitchedCpuMs / 1000).toFixed(1),
          ),
        ],
        ...reads.map(({ what }) => [
          what,
          ...found.map(one => ms(one.reads.get(what)!)),
        ]),
      ],
    ),
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
