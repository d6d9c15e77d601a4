// @ts-check

/**
 * The levels of every risk, so that the register of risks is filtered and sorted by an index.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('risk_levels', table => {
    table.comment(
      'Of each scenario of the assessment of a subject, as it was last judged: the row whose interval holds the instant. Rows to come are foretold from the evidence that current risk rests on',
    );
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('subjects');
    table
      .integer('position')
      .notNullable()
      .comment('Where the scenario stands in the assessment, from 0');
    table
      .string('from_at', 24)
      .notNullable()
      .comment('Of the first row empty: since it was judged');
    table.string('until_at', 24).nullable().comment('Exclusive');
    table
      .string('record_id', 36)
      .notNullable()
      .comment('With the revision: what the words of the scenario are in');
    table.integer('revision').notNullable();
    table.string('category', 40).notNullable();
    for (const level of ['inherent_level', 'current_level']) {
      table.integer(level).notNullable().comment('From 0, very low, to 4');
      table.index([level]);
    }
    table.integer('target_level').nullable();
    table.index(['target_level']);
    table.primary(['subject_id', 'position', 'from_at']);
  });

  // the levels of what was assessed before follow from an evaluation
  await knex.raw(
    `insert into work (subject_id, dirty_seq, due_at, attempts)
     select distinct subjects.id, 1, ?, 0
     from subjects join records on records.stream_id = subjects.id
     where records.type = 'risk-assessment' and subjects.gone_at is null
     on conflict (subject_id) do update set dirty_seq = work.dirty_seq + 1`,
    [new Date().toISOString()],
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('risk_levels');
};
