// @ts-check

// Nothing ever deletes a subject, and what is found of it is written by whoever holds its row in `work`, which refers to it.

const found = ['subject_summary', 'risk_levels', 'training_needs'];

/** @param {import('knex').Knex} knex */
const postgres = knex => knex.client.config.client === 'pg';

/**
 * Work is claimed in the order of `due_at` and then of the subject. After a new policy all of it is due at one instant, and each claim put all that
 * was left in order: of twice as many subjects the claims took four times as long. And PostgreSQL looked up the subject of each row that was found.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('work', table => {
    table.dropIndex(['due_at']);
    table.index(['due_at', 'subject_id']);
  });
  if (!postgres(knex)) return;
  for (const name of found)
    await knex.schema.alterTable(name, table => {
      table.dropForeign('subject_id');
    });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (postgres(knex)) {
    for (const name of found)
      await knex.schema.alterTable(name, table => {
        table.foreign('subject_id').references('id').inTable('subjects');
      });
  }
  await knex.schema.alterTable('work', table => {
    table.dropIndex(['due_at', 'subject_id']);
    table.index(['due_at']);
  });
};
