// @ts-check

/**
 * Posture: stored results, their history, the queue, and the summaries that every roll-up reads.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const counts = table => {
    for (const state of [
      'pass',
      'warning',
      'fail',
      'expired',
      'not_reported',
      'not_applicable',
      'exempt',
      'error',
    ])
      table.integer(state).notNullable().defaultTo(0);
  };

  await knex.schema.createTable('results', table => {
    table.comment('What each control finds of each subject now');
    table.string('subject_id', 36).notNullable().references('id').inTable('subjects');
    table.string('control_id', 64).notNullable();
    table.integer('control_version').notNullable();
    table.string('state', 16).notNullable();
    table.text('reason').notNullable();
    table.string('since', 24).notNullable();
    table.string('valid_until', 24).nullable();
    table.string('next_state', 16).nullable();
    table.text('next_reason').nullable();
    table.string('policy_hash', 64).notNullable();
    table.primary(['subject_id', 'control_id']);
  });

  await knex.schema.createTable('result_inputs', table => {
    table.comment('What the results of a subject were read from: a changed key marks its dependants');
    table.string('key', 600).notNullable();
    table.string('subject_id', 36).notNullable().references('id').inTable('subjects');
    table.primary(['key', 'subject_id']);
    table.index(['subject_id']);
  });

  await knex.schema.createTable('result_intervals', table => {
    table.comment('History of results: intervals only, never rewritten');
    table.increments('id');
    table.string('subject_id', 36).notNullable().references('id').inTable('subjects');
    table.string('control_id', 64).notNullable();
    table.integer('control_version').notNullable();
    table.string('state', 16).notNullable();
    table.text('reason').notNullable();
    table.string('policy_hash', 64).notNullable();
    table.string('valid_until', 24).nullable();
    table.string('next_state', 16).nullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).nullable();
    table.string('recorded_at', 24).notNullable();
    table.index(['subject_id', 'control_id', 'to_at']);
  });

  await knex.schema.createTable('work', table => {
    table.comment('Subjects to evaluate: changed ones, and those whose result comes due');
    table.string('subject_id', 36).primary().references('id').inTable('subjects');
    table.integer('dirty_seq').notNullable().comment('Raised at each mark; the row is deleted only if unchanged since read');
    table.string('due_at', 24).notNullable();
    table.string('lease_owner', 36).nullable();
    table.string('lease_until', 24).nullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('last_error').nullable();
    table.index(['due_at']);
  });

  await knex.schema.createTable('subject_summary', table => {
    table.comment('One row a subject; every list and roll-up reads this');
    table.string('subject_id', 36).primary().references('id').inTable('subjects');
    table.string('tier', 16).notNullable();
    table.text('tier_reasons').notNullable().comment('JSON list of sentences');
    table.string('level', 8).nullable();
    counts(table);
    table.integer('overdue').notNullable().defaultTo(0);
    table.string('first_control', 64).nullable().comment('What to do first');
    table.string('next_due', 24).nullable().comment('The earliest validUntil of its results');
    table.string('evaluated_at', 24).notNullable();
    table.index(['next_due']);
  });

  await knex.schema.createTable('subject_families', table => {
    table.comment('Counts of a subject by control family');
    table.string('subject_id', 36).notNullable().references('id').inTable('subjects');
    table.string('family', 64).notNullable();
    counts(table);
    table.primary(['subject_id', 'family']);
  });

  await knex.schema.createTable('readable_sets', table => {
    table.comment('Sets of subjects that readers with the same conditional decision may read');
    table.string('hash', 64).primary();
    table.string('made_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
  });

  await knex.schema.createTable('readable_subjects', table => {
    table.string('hash', 64).notNullable();
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
    'result_intervals',
    'result_inputs',
    'results',
  ])
    await knex.schema.dropTable(table);
};
