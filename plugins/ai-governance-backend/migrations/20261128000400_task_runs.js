// @ts-check

/**
 * How what runs by schedule went last, whichever backend ran it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('task_runs', table => {
    table.comment('How each task went last');
    table.string('task', 64).primary();
    table.string('started_at', 24).notNullable();
    table
      .string('finished_at', 24)
      .nullable()
      .comment('Of the last run that ended, well or not');
    table.string('succeeded_at', 24).nullable();
    table
      .text('problem')
      .nullable()
      .comment('What was wrong with the last run that ended');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('task_runs');
};
