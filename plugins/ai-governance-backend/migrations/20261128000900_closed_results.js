// @ts-check

/**
 * Every result stood in two indexes that told the same of the open ones, and the second was a third of what it costs to store it. The
 * second is of closed ones now; an instant is looked up in both.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('results', table => {
    table.dropIndex(['subject_id', 'to_at', 'control_id']);
    table.index(['subject_id', 'to_at'], 'results_closed', {
      predicate: knex.whereNotNull('to_at'),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('results', table => {
    table.dropIndex([], 'results_closed');
    table.index(['subject_id', 'to_at', 'control_id']);
  });
};
