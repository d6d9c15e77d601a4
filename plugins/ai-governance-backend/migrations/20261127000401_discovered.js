// @ts-check

/**
 * What looks like AI in the catalog and is not registered, as the last whole sweep found it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('discovered', table => {
    table
      .text('ref')
      .notNullable()
      .primary()
      .comment('Full lower-case entity reference');
    table.text('title').notNullable();
    table.text('owner').nullable().comment('As the catalog relates it');
    table.text('reason').notNullable().comment('Why it looks like AI');
    table.string('found_at', 24).notNullable().comment('Seen first');
    table
      .string('observed_at', 24)
      .notNullable()
      .comment('Beginning of the sweep that found it as it is here');
    table.index(['observed_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('discovered');
};
