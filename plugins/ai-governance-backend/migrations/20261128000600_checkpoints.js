// @ts-check

/**
 * Signed heads of all streams, so that a ledger that was written anew with hashes that fit is found; and how far a verification got.
 * Nothing here refers to `streams`: what was removed there must still be found.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('checkpoints', table => {
    table.comment('Append-only: what was signed of the ledger, and when');
    table.integer('number').primary().comment('From 1, without gaps');
    table.string('at', 24).notNullable();
    table
      .text('statement')
      .notNullable()
      .comment('Canonical JSON (RFC 8785), with the signature');
  });
  await knex.schema.createTable('checkpoint_heads', table => {
    table.comment(
      'Append-only: the heads that moved since the checkpoint before; those of all are the last of each stream',
    );
    table.integer('checkpoint').notNullable();
    table.string('stream_id', 36).notNullable();
    table.integer('seq').notNullable();
    table.string('hash', 64).notNullable();
    table.primary(['checkpoint', 'stream_id']);
    table.index(['stream_id', 'checkpoint']);
  });
  await knex.schema.createTable('checkpoint_keys', table => {
    table.comment(
      'The key that signs where the configuration gives none: whoever may read this can sign, too',
    );
    table.string('id', 16).primary();
    table.text('private_key').notNullable();
    table.string('made_at', 24).notNullable();
  });
  await knex.schema.createTable('verification_progress', table => {
    table.comment(
      'How far a verification of the whole ledger got that is not at its end',
    );
    table.string('id', 16).primary();
    table.string('begun_at', 24).notNullable();
    table.string('after_id', 36).notNullable();
    table.integer('streams').notNullable();
    table.bigInteger('revisions').notNullable();
    table.integer('problems').notNullable();
    table.text('first_problem').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('verification_progress');
  await knex.schema.dropTable('checkpoint_keys');
  await knex.schema.dropTable('checkpoint_heads');
  await knex.schema.dropTable('checkpoints');
};
