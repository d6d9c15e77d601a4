// @ts-check

/**
 * What was erased is little of all, so lists can leave it out without reading what was not.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('revisions', table => {
    table.index(['record_id', 'revision'], 'revisions_erased', {
      predicate: knex.whereNull('data'),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('revisions', table => {
    table.dropIndex([], 'revisions_erased');
  });
};
