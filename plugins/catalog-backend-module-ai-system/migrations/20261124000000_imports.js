// @ts-check

/**
 * What became of each register, in the database of the catalog, whose module this is: all backends and the next start need it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ai_system_imports', table => {
    table.comment('Registers of AI systems: the last attempt, and what the catalog took last'); // prettier-ignore
    table.string('id', 63).primary().comment('Of the configuration');
    table.string('read_at', 24).notNullable().comment('Last attempt: ISO 8601, UTC, milliseconds'); // prettier-ignore
    table.string('taken_at', 24).nullable().comment('Last reading that the catalog took'); // prettier-ignore
    table.text('warning').nullable().comment('Why the last attempt changed nothing'); // prettier-ignore
    for (const count of [
      'rows',
      'taken',
      'refused',
      'doubtful',
      'groups',
      'issues',
    ]) {
      table.integer(`${count}_count`).notNullable().defaultTo(0);
    }
  });
  await knex.schema.createTable('ai_system_import_issues', table => {
    table.comment('Rows that were refused or not understood in the reading that the catalog took last; the first of them'); // prettier-ignore
    table
      .string('import_id', 63)
      .notNullable()
      .references('id')
      .inTable('ai_system_imports')
      .onDelete('CASCADE');
    table.integer('position').notNullable().comment('By line, from 0');
    table.integer('line').notNullable();
    table.string('outcome', 16).notNullable();
    table.text('column_name').nullable();
    table.text('reason').notNullable();
    table.primary(['import_id', 'position']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ai_system_import_issues');
  await knex.schema.dropTable('ai_system_imports');
};
