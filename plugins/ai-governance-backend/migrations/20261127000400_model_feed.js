// @ts-check

/**
 * By which model feed subjects were marked last, so that one that says something else marks those it concerns.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('model_feed', table => {
    table
      .text('key')
      .notNullable()
      .primary()
      .comment('As in result_inputs: `models`, or `model:` and a provider');
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of what the feed says of it');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('model_feed');
};
