// @ts-check

/**
 * Which of a control's ways mends what was found; null: the control has one for all.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('results', table => {
    table.string('remedy', 64).nullable();
    table
      .string('next_remedy', 64)
      .nullable()
      .comment('As remedy, of next_state');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('results', table => {
    table.dropColumn('remedy');
    table.dropColumn('next_remedy');
  });
};
