// @ts-check

/** @type {Record<string, string>} */
const letters = {
  pass: 'p',
  warning: 'w',
  fail: 'f',
  expired: 'x',
  not_reported: 'n',
  not_applicable: 'a',
  exempt: 'e',
  error: 'r',
};
const states = Object.keys(letters);
const tables = [
  ['subject_summary', 'subject_families'],
  ['past_summaries', 'past_families'],
];

/**
 * Counts by family stand in the summary that they belong to, as one text: a roll-up read seventeen rows for each subject, and an evaluation
 * wrote as many.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';
  for (const [summaries, families] of tables) {
    await knex.schema.alterTable(summaries, table => {
      table
        .text('families')
        .notNullable()
        .defaultTo('')
        .comment(
          'How many results of each control family are in each state, such as "DOCf1 DOCp3": one fails and three pass; those that are none are left out',
        );
    });
    const tokens = Object.entries(letters)
      .map(
        ([name, letter]) =>
          `select family || '${letter}' || ${name} as token from ${families} f
           where f.subject_id = ${summaries}.subject_id and f.from_at = ${summaries}.from_at and ${name} > 0`,
      )
      .join(' union all ');
    await knex.raw(
      postgres
        ? `update ${summaries} set families = coalesce((
             select string_agg(token, ' ' order by token collate "C") from (${tokens}) as tokens
           ), '')`
        : `update ${summaries} set families = coalesce((
             select group_concat(token, ' ') from (select token from (${tokens}) order by token)
           ), '')`,
    );
    await knex.schema.dropTable(families);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const [summaries, families] of tables) {
    await knex.schema.createTable(families, table => {
      table.comment(`Counts by control family, of each row of ${summaries}`);
      table.string('subject_id', 36).notNullable();
      table.string('from_at', 24).notNullable();
      table.string('family', 64).notNullable();
      for (const name of states) table.integer(name).notNullable().defaultTo(0);
      table.primary(['subject_id', 'from_at', 'family']);
      table
        .foreign(['subject_id', 'from_at'])
        .references(['subject_id', 'from_at'])
        .inTable(summaries)
        .onDelete('CASCADE');
    });
    const size = 1000;
    for (let after = ['', '']; ; ) {
      const rows = await knex(summaries)
        .whereRaw('(subject_id, from_at) > (?, ?)', after)
        .orderBy(['subject_id', 'from_at'])
        .limit(size)
        .select('subject_id', 'from_at', 'families');
      const found = rows.flatMap(({ families: text, ...key }) =>
        rowsOf(text).map(counts => ({ ...key, ...counts })),
      );
      for (let i = 0; i < found.length; i += 100)
        await knex(families).insert(found.slice(i, i + 100));
      const last = rows.at(-1);
      if (rows.length < size || !last) break;
      after = [last.subject_id, last.from_at];
    }
    // not by knex, which makes a table anew on SQLite, also where others refer to it
    await knex.raw(`alter table ${summaries} drop column families`);
  }
};

/** @param {string} text */
function rowsOf(text) {
  /** @type {Map<string, Record<string, string | number>>} */
  const found = new Map();
  for (const token of text.split(' ').filter(Boolean)) {
    const [, family, letter, count] = /^(.+)([a-z])(\d+)$/.exec(token) ?? [];
    const row = found.get(family) ?? {
      family,
      ...Object.fromEntries(states.map(s => [s, 0])),
    };
    const name = states.find(s => letters[s] === letter);
    if (name) row[name] = Number(count);
    found.set(family, row);
  }
  return [...found.values()];
}
