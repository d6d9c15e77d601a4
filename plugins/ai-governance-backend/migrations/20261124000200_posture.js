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
 * Posture: results as intervals, the queue, and the summaries that every list and roll-up reads.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const counts = table => {
    for (const state of states) table.integer(state).notNullable().defaultTo(0);
  };

  await knex.schema.createTable('results', table => {
    table.comment(
      'What each control found of each subject, as intervals: the open one is the present result, closed ones are never rewritten',
    );
    table.increments('id');
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('subjects');
    table.string('control_id', 64).notNullable();
    table.integer('control_version').notNullable();
    table.string('state', 16).notNullable();
    table.text('reason').notNullable();
    table
      .string('since', 24)
      .notNullable()
      .comment('When the state began, also when the reason changed meanwhile');
    table
      .string('valid_until', 24)
      .nullable()
      .comment('From then on, read next_state and next_reason');
    table.string('next_state', 16).nullable();
    table.text('next_reason').nullable();
    table.string('policy_hash', 64).notNullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).nullable();
    table.index(['subject_id', 'to_at', 'control_id']);
  });
  // one open result of each, whichever backend opens it; knex has no words for this on SQLite
  await knex.raw(
    'create unique index results_open on results (subject_id, control_id) where to_at is null',
  );

  await knex.schema.createTable('result_inputs', table => {
    table.comment(
      'What the results of a subject were read from, beside its own stream and entity and the policy: a changed key marks its dependants',
    );
    table.string('key', 600).notNullable();
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('subjects');
    table.primary(['key', 'subject_id']);
    table.index(['subject_id']);
  });

  await knex.schema.createTable('work', table => {
    table.comment('Subjects to evaluate');
    table
      .string('subject_id', 36)
      .primary()
      .references('id')
      .inTable('subjects');
    table
      .integer('dirty_seq')
      .notNullable()
      .comment(
        'Raised at each mark; the row is deleted only if unchanged since read',
      );
    table.string('due_at', 24).notNullable();
    table.string('lease_owner', 36).nullable();
    table.string('lease_until', 24).nullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('last_error').nullable();
    table.index(['due_at']);
  });

  await knex.schema.createTable('subject_summary', table => {
    table.comment(
      'What the results of a subject add up to: the row whose interval holds the instant. Rows to come are foretold from next_state, so a late worker shows nothing stale',
    );
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('subjects');
    table.string('from_at', 24).notNullable();
    table
      .string('until_at', 24)
      .nullable()
      .comment('Exclusive; of the first row, when the subject is due again');
    table.string('tier', 16).notNullable();
    table.string('level', 8).nullable();
    counts(table);
    table.string('first_control', 64).nullable().comment('What to do first');
    table.string('evaluated_at', 24).notNullable();
    table.primary(['subject_id', 'from_at']);
    table.index(['from_at', 'until_at']);
    table.index(['until_at']);
  });

  await knex.schema.createTable('subject_families', table => {
    table.comment('Counts by control family, of each row of subject_summary');
    table.string('subject_id', 36).notNullable();
    table.string('from_at', 24).notNullable();
    table.string('family', 64).notNullable();
    counts(table);
    table.primary(['subject_id', 'from_at', 'family']);
    table
      .foreign(['subject_id', 'from_at'])
      .references(['subject_id', 'from_at'])
      .inTable('subject_summary')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('readable_sets', table => {
    table.comment(
      'Sets of subjects that readers with the same conditional decision may read',
    );
    table.string('hash', 64).primary();
    table.string('made_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
  });

  await knex.schema.createTable('readable_subjects', table => {
    table
      .string('hash', 64)
      .notNullable()
      .references('hash')
      .inTable('readable_sets')
      .onDelete('CASCADE');
    table.string('subject_id', 36).notNullable();
    table.primary(['hash', 'subject_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'readable_subjects',
    'readable_sets',
    'subject_families',
    'subject_summary',
    'work',
    'result_inputs',
    'results',
  ])
    await knex.schema.dropTable(table);
};
