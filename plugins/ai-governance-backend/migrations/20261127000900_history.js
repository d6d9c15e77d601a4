// @ts-check

const states = [
  'pass',
  'warning',
  'fail',
  'expired',
  'not_reported',
  'not_applicable',
  'exempt',
  'error',
];

/**
 * What was held at any past instant: summaries that are over, and what the catalog was seen to hold, as intervals.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const counts = table => {
    for (const state of states) table.integer(state).notNullable().defaultTo(0);
  };

  await knex.schema.createTable('past_summaries', table => {
    table.comment(
      'Rows of subject_summary whose time is over, each until something in it changed; never rewritten',
    );
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('subjects');
    table.string('from_at', 24).notNullable();
    table.string('until_at', 24).notNullable().comment('Exclusive');
    table.string('tier', 16).notNullable();
    table.string('level', 8).nullable();
    counts(table);
    table.string('first_control', 64).nullable();
    table.string('evaluated_at', 24).notNullable();
    table.primary(['subject_id', 'from_at']);
  });

  await knex.schema.createTable('past_families', table => {
    table.comment('Counts by control family, of each row of past_summaries');
    table.string('subject_id', 36).notNullable();
    table.string('from_at', 24).notNullable();
    table.string('family', 64).notNullable();
    counts(table);
    table.primary(['subject_id', 'from_at', 'family']);
    table
      .foreign(['subject_id', 'from_at'])
      .references(['subject_id', 'from_at'])
      .inTable('past_summaries')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('entity_presence', table => {
    table.comment(
      'From when to when the catalog was seen to have a group or user',
    );
    table.increments('id');
    table.string('ref', 512).notNullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).nullable();
    table.index(['ref', 'from_at']);
  });
  // one open interval of each, whichever backend opens it; knex has no words for this on SQLite
  await knex.raw(
    'create unique index entity_presence_open on entity_presence (ref) where to_at is null',
  );

  await knex.schema.alterTable('owner_intervals', table => {
    table.text('title').nullable();
    table.string('type', 120).nullable();
    table.string('lifecycle', 120).nullable();
    table.string('sourcing', 32).nullable();
  });

  // from what is there: earlier days are not known
  await knex.raw(
    `insert into entity_presence (ref, from_at)
     select ref, observed_at from entity_facts
     where present and (ref like 'group:%' or ref like 'user:%')`,
  );
  await knex.raw(
    `update owner_intervals set (title, type, lifecycle, sourcing) = (
       select title, type, lifecycle, sourcing from subjects
       where subjects.id = owner_intervals.subject_id
     )
     where to_at is null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('owner_intervals', table => {
    for (const column of ['title', 'type', 'lifecycle', 'sourcing']) {
      table.dropColumn(column);
    }
  });
  await knex.schema.dropTable('entity_presence');
  await knex.schema.dropTable('past_families');
  await knex.schema.dropTable('past_summaries');
};
