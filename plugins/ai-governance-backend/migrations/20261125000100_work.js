// @ts-check

/**
 * What people have to do, found by who is accountable; and of notices, whether they were sent.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('subjects', table => {
    table.index(['accountable']);
  });
  await knex.schema.alterTable('notices', table => {
    table
      .string('run', 36)
      .nullable()
      .comment('Which run of the task sends it: no other one does meanwhile');
    table
      .string('noted_at', 24)
      .nullable()
      .comment('When that run took it; left unsent for long, it is taken anew');
    table.string('sent_at', 24).nullable();
    table.index(['run']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('notices', table => {
    table.dropIndex(['run']);
    table.dropColumn('run');
    table.dropColumn('noted_at');
    table.dropColumn('sent_at');
  });
  await knex.schema.alterTable('subjects', table => {
    table.dropIndex(['accountable']);
  });
};
