// @ts-check

/**
 * The ledger: append-only revisions in hash-chained streams.
 * Instants are text, ISO 8601 in UTC with milliseconds: the row hash covers exactly these characters, and text order is time order on both databases.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('streams', table => {
    table.comment(
      'The ledger of one thing: a subject, a person, a team, the organization',
    );
    table.string('id', 36).primary();
    table.string('kind', 16).notNullable();
    table.string('ref', 512).notNullable().unique();
    table
      .string('continues', 36)
      .nullable()
      .comment('The stream that a rename carries on');
    table.string('created_at', 24).notNullable();
    table
      .string('gone_at', 24)
      .nullable()
      .comment('Since when the catalog has it no longer');
  });

  await knex.schema.createTable('revisions', table => {
    table.comment(
      'Append-only: a row is never changed, but for erasing its data by a recorded redaction',
    );
    table
      .string('stream_id', 36)
      .notNullable()
      .references('id')
      .inTable('streams');
    table
      .integer('seq')
      .notNullable()
      .comment('From 1, without gaps, within the stream');
    table.string('record_id', 36).notNullable();
    table.string('type', 64).notNullable();
    table.integer('revision').notNullable().comment('From 1 within the record');
    table.integer('schema_version').notNullable();
    table
      .text('data')
      .nullable()
      .comment('Canonical JSON (RFC 8785); null when redacted');
    table.string('data_hash', 64).notNullable();
    table.string('author', 512).notNullable();
    table.string('materiality', 16).notNullable();
    table.text('materiality_reason').nullable();
    table.string('effective_at', 24).notNullable();
    table.string('recorded_at', 24).notNullable();
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.primary(['stream_id', 'seq']);
    table.unique(['record_id', 'revision']);
    table.index(['stream_id', 'type', 'recorded_at']);
    table.index(['type', 'recorded_at']);
  });

  await knex.schema.createTable('heads', table => {
    table.comment(
      'The last revision of each stream, so that a cut tail is found',
    );
    table.string('stream_id', 36).primary().references('id').inTable('streams');
    table.integer('seq').notNullable();
    table.string('hash', 64).notNullable();
  });

  await knex.schema.createTable('records', table => {
    table.comment(
      'The latest revision of each record: a reading of `revisions`, kept in the same transaction',
    );
    table.string('id', 36).primary();
    table
      .string('stream_id', 36)
      .notNullable()
      .references('id')
      .inTable('streams');
    table.string('type', 64).notNullable();
    table.integer('seq').notNullable();
    table.integer('revision').notNullable();
    table.index(['stream_id', 'type']);
    table.index(['type', 'id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('records');
  await knex.schema.dropTable('heads');
  await knex.schema.dropTable('revisions');
  await knex.schema.dropTable('streams');
};
