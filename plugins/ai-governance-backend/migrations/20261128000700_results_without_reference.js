// @ts-check

// Nothing ever deletes a subject, and a result is written by whoever holds the subject's row in `work`, which refers to it.

/** @param {import('knex').Knex} knex */
const postgres = knex => knex.client.config.client === 'pg';

/**
 * PostgreSQL looked up the subject of each result again that was written, 440,000 times for 10,000 subjects: that took as long as half of all
 * other writing of them. SQLite looks it up at no cost to speak of.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (!postgres(knex)) return;
  for (const name of ['results', 'result_inputs'])
    await knex.schema.alterTable(name, table => {
      table.dropForeign('subject_id');
    });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (!postgres(knex)) return;
  for (const name of ['results', 'result_inputs'])
    await knex.schema.alterTable(name, table => {
      table.foreign('subject_id').references('id').inTable('subjects');
    });
};
