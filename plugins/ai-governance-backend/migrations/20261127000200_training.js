// @ts-check

/**
 * Training: which courses people have completed, and which ones subjects ask of them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('training_completions', table => {
    table.comment(
      'Latest revision of each record of a completion: a reading of `revisions`, kept in the same transaction',
    );
    table.string('record_id', 36).primary();
    table
      .string('stream_id', 36)
      .notNullable()
      .references('id')
      .inTable('streams');
    table.string('person', 512).notNullable();
    table.string('course', 120).notNullable();
    table
      .string('course_key', 120)
      .notNullable()
      .comment('The course in lower case, with single blanks');
    table.string('completed', 10).notNullable();
    table.string('expires', 10).nullable().comment('The last day');
    table.string('provider', 200).nullable();
    table.boolean('withdrawn').notNullable();
    table.string('author', 512).notNullable();
    table.string('recorded_at', 24).notNullable();
    table.index(['stream_id']);
    table.index(['recorded_at', 'record_id']);
  });

  await knex.schema.createTable('training_needs', table => {
    table.comment(
      'Which courses a subject asks of whom, as it was last evaluated, with the completion that counts longest. How it stands follows from warn_from and ends_at',
    );
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('subjects');
    table.string('person', 512).notNullable();
    table.string('course_key', 120).notNullable();
    table
      .string('course', 120)
      .notNullable()
      .comment('As the policy writes it');
    table.string('roles', 40).notNullable().comment('Parted by blanks');
    table.string('completed', 10).nullable().comment('Null: it is missing');
    table.string('expires', 10).nullable();
    table.string('warn_from', 24).nullable();
    table.string('ends_at', 24).nullable();
    table.primary(['subject_id', 'person', 'course_key']);
    table.index(['person']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('training_needs');
  await knex.schema.dropTable('training_completions');
};
