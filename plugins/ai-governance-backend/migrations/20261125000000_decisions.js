// @ts-check

/**
 * What decisions need to know: who is in which group, what waits for a decision, and whom the portal has told of what.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_facts', table => {
    table
      .text('member_refs')
      .nullable()
      .comment('JSON list of the direct members, sorted; groups only');
  });

  await knex.schema.createTable('open_requests', table => {
    table.comment(
      'What was asked for and nobody has decided yet: a reading of `revisions`, kept in the same transaction',
    );
    table.string('record_id', 36).primary();
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('streams');
    table.string('type', 64).notNullable();
    table.string('requested_by', 512).notNullable();
    table.string('requested_at', 24).notNullable();
    table.index(['subject_id']);
  });

  await knex.schema.createTable('notices', table => {
    table.comment(
      'What somebody was told of, so that they are told once, whichever backend tells them',
    );
    table.string('recipient', 512).notNullable();
    table.string('key', 300).notNullable();
    table.string('day', 10).notNullable();
    table.primary(['recipient', 'key']);
    table.index(['day']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
  await knex.schema.dropTable('open_requests');
  await knex.schema.alterTable('entity_facts', table => {
    table.dropColumn('member_refs');
  });
};
