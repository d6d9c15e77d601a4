import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { importMigrations, migrateImports } from './migrateImports';
import { ImportReports } from './ImportReports';
import { readMapping } from './readMapping';
import { RegisterProvider } from './RegisterProvider';
import { registerSource } from './RegisterSource';

const mapping = readMapping({
  name: { columns: ['System'] },
  fields: {
    'spec.type': { constant: 'use-case' },
    'spec.lifecycle': { column: 'Stage', otherwise: 'not-stated' },
    'spec.owner': { constant: 'group:default/a' },
  },
});
const file = (from: number, to: number, header = 'System,Stage') =>
  [
    header,
    ...Array.from({ length: to - from }, (_, i) => `S${from + i},live`),
  ].join('\n');

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('A register on %s', databaseId => {
  const directory = createMockDirectory();
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrateImports(knex);
    directory.clear();
  });
  afterEach(async () => {
    await knex.destroy();
  });

  /** A backend: what it knows of before is in the database. */
  async function backend(maxShrink = 0.1) {
    const mutations: EntityProviderMutation[] = [];
    const logger = mockServices.logger.mock();
    let task: (() => Promise<void>) | undefined;
    const reports = ImportReports.create(knex);
    await RegisterProvider.create({
      register: {
        id: 'council',
        format: { encoding: 'utf-8', delimiter: ',' },
        mapping,
        maxShrink,
      },
      source: registerSource(
        { file: 'register.csv', root: directory.path },
        { reader: mockServices.urlReader.mock() },
      ),
      reports,
      logger,
      taskRunner: {
        async run({ fn }) {
          task = fn as () => Promise<void>;
        },
      },
    }).connect({
      applyMutation: async mutation => {
        mutations.push(mutation);
      },
      refresh: async () => {},
    });
    return {
      logger,
      async read(content?: string) {
        if (content === undefined) directory.clear();
        else directory.setContent({ 'register.csv': content });
        const count = mutations.length;
        await task!();
        const [mutation] = mutations.slice(count);
        return {
          entities: mutation?.type === 'full' ? mutation.entities : undefined,
          report: await reports.find('council'),
        };
      },
    };
  }

  it('hands the whole register to the catalog under a key of its own', async () => {
    const { read, logger } = await backend();
    const { entities, report } = await read(file(0, 20));
    expect(entities).toHaveLength(20);
    expect(new Set(entities!.map(entity => entity.locationKey))).toEqual(
      new Set(['ai-system-register:council']),
    );
    expect(report).toMatchObject({ rows: 20, taken: 20, warning: null });
    expect(logger.info).toHaveBeenCalledWith(
      'Register council (register.csv): 20 rows, 20 AI systems in 0 groups, 0 refused, 0 doubtful',
    );
  });

  it.each([
    ['vanishes', undefined, 'The file is not there.'],
    ['is empty', '', 'The file is empty.'],
    ['has a header only', 'System,Stage\n', 'The file has no rows.'],
    [
      'shrinks by more than a tenth',
      file(0, 17),
      'Only 17 AI systems came where there were 20. If that is right, set maxShrink to 1 until it is read.',
    ],
    [
      'is broken',
      `${file(0, 19)}\n"S19,live\n`,
      'The record that begins on line 21 has no end: a quote in it is not closed.',
    ],
    [
      'has another layout',
      file(0, 20, 'Name,Stage'),
      'The header does not fit the mapping: there is no column "System".',
    ],
  ])(
    'keeps the last state when the file %s, also after a restart',
    async (_, content, warning) => {
      const { report: before } = await (await backend()).read(file(0, 20));

      const { read, logger } = await backend();
      const { entities, report } = await read(content);
      expect(entities).toBeUndefined();
      expect(report).toEqual({
        ...before,
        readAt: expect.any(String),
        warning,
      });
      expect(logger.warn).toHaveBeenCalledWith(
        `Register council (register.csv): ${warning} The catalog keeps what it has.`,
      );

      const after = await read(file(0, 18));
      expect(after.entities).toHaveLength(18);
      expect(after.report).toMatchObject({ warning: null, taken: 18 });
    },
  );

  it('takes a smaller register when told that it is right', async () => {
    await (await backend()).read(file(0, 20));
    const { entities } = await (await backend(1)).read(file(0, 2));
    expect(entities).toHaveLength(2);
  });

  it('lets a single system go from a short register', async () => {
    const { read } = await backend();
    await read(file(0, 3));
    expect((await read(file(0, 2))).entities).toHaveLength(2);
    expect((await read(file(0, 0))).entities).toBeUndefined();
  });

  it('takes what there is of a broken file when there is nothing to keep', async () => {
    const { read, logger } = await backend();
    const { entities } = await read(`${file(0, 5)}\n"S5,live\n`);
    expect(entities).toHaveLength(5);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('The record that begins on line 7 has no end'),
    );
  });

  it('pages through issues by line, and replaces them with the next reading', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) =>
      i % 2 ? `S${i},live` : ',live',
    );
    const { read } = await backend();
    const { report } = await read(['System,Stage', ...rows].join('\n'));
    expect(report).toMatchObject({ rows: 1200, refused: 600, issues: 600 });

    const reports = ImportReports.create(knex);
    const lines: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await reports.issues('council', { limit: 250, cursor });
      expect(page.totalItems).toBe(600);
      lines.push(...page.items.map(issue => issue.line));
      cursor = page.nextCursor;
    } while (cursor);
    expect(lines).toEqual(Array.from({ length: 600 }, (_, i) => 2 * i + 2));

    await read(file(0, 1200));
    const none = await reports.issues('council', { limit: 10 });
    expect(none).toEqual({ items: [], totalItems: 0 });
  });

  it('migrates beside the catalog, down and up again, with reports in it', async () => {
    await (await backend()).read(`System,Stage\n,live\nS,live`);
    await Promise.all([migrateImports(knex), migrateImports(knex)]);
    await knex.migrate.rollback(importMigrations);
    expect(await knex.schema.hasTable('ai_system_imports')).toBe(false);
    expect(await knex.schema.hasTable('ai_system_import_issues')).toBe(false);
    await migrateImports(knex);
    expect(await ImportReports.create(knex).findAll()).toEqual([]);
  });
});
