// @ts-check

/**
 * What had been found in the catalog on a past day, as intervals. They begin with the first sweep after this: of earlier days only what was
 * still found is known, which is less than the whole.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('discovery_intervals', table => {
    table.comment(
      'From when to when it was configured what AI looks like in the catalog, or was not',
    );
    table.increments('id');
    table.boolean('looked').notNullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).nullable();
    table
      .string('read_at', 24)
      .notNullable()
      .comment('Beginning of the last sweep that found something otherwise');
    table.index(['from_at']);
  });

  await knex.schema.createTable('found_intervals', table => {
    table.comment(
      'From when to when an entity looked like AI and was neither registered nor named by what is',
    );
    table.increments('id');
    table.text('ref').notNullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).nullable();
    table.index(['from_at', 'to_at']);
  });

  // one open interval, and one of each, whichever backend opens it; knex has no words for this on SQLite
  await knex.raw(
    'create unique index discovery_intervals_open on discovery_intervals ((to_at is null)) where to_at is null',
  );
  await knex.raw(
    'create unique index found_intervals_open on found_intervals (ref) where to_at is null',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('found_intervals');
  await knex.schema.dropTable('discovery_intervals');
};
