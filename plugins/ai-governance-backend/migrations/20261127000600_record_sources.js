// @ts-check

/**
 * Records as code: which files documents come from, and how the last reading of each folder went.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('source_readings', table => {
    table.comment(
      'Of each subject whose documents are read from files: the folder, and how it was last read',
    );
    table.string('stream_id', 36).primary().references('id').inTable('streams');
    table
      .text('location')
      .notNullable()
      .comment('Address of the folder, or its path below a configured root');
    table
      .text('etag')
      .nullable()
      .comment('Of the folder as it was taken over, if the reader gives one');
    table
      .string('begun_at', 24)
      .notNullable()
      .comment('When the newest reading began: an older one is not taken over');
    table.string('read_at', 24).nullable().comment('Last without fault');
    table.text('problem').nullable().comment('Why it could not be read');
    table.text('ignored').notNullable().comment('JSON list of path and reason');
  });

  await knex.schema.createTable('record_sources', table => {
    table.comment('The files that records come from');
    table
      .string('stream_id', 36)
      .notNullable()
      .references('id')
      .inTable('streams');
    table.string('type', 64).notNullable();
    table
      .string('entry_id', 64)
      .notNullable()
      .comment('Of an entry: its id in the file; of a document empty');
    table
      .string('record_id', 36)
      .nullable()
      .comment('Null: it was never without fault');
    table.text('path').notNullable().comment('Below the location');
    table.text('url').nullable().comment('Where it is edited');
    table.integer('revision').nullable().comment('The last that came from it');
    table.string('read_at', 24).notNullable();
    table
      .text('problems')
      .notNullable()
      .comment('JSON list of path and message');
    table
      .string('gone_at', 24)
      .nullable()
      .comment('Since when the file is no longer there');
    table.primary(['stream_id', 'type', 'entry_id']);
    table.index(['record_id']);
  });

  await knex.schema.createTable('revision_sources', table => {
    table.comment('The file that a revision came from');
    table.string('record_id', 36).notNullable();
    table.integer('revision').notNullable();
    table.text('location').notNullable();
    table.text('path').notNullable();
    table.text('etag').nullable();
    table.primary(['record_id', 'revision']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('revision_sources');
  await knex.schema.dropTable('record_sources');
  await knex.schema.dropTable('source_readings');
};
