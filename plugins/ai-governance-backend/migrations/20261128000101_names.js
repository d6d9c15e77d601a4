// @ts-check

/**
 * A stream that is carried on under another name: the stream keeps what it is from its first day, which its chain begins with, and the subject
 * has the reference of now. What it was called on a past day stands in the intervals of that day.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('streams', table => {
    table.dropUnique(['ref']);
    table.index(['ref']);
    table
      .string('name', 512)
      .nullable()
      .comment('The reference that it has now, if another than its first');
  });
  // one stream of each reference; one whose reference another stream has taken over is the stream of none
  await knex.raw(
    'create unique index streams_now on streams (coalesce(name, ref)) where continues is null',
  );

  await knex.schema.alterTable('subjects', table => {
    table.dropUnique(['ref']);
    table.index(['ref']);
  });
  await knex.raw(
    'create unique index subjects_present on subjects (ref) where gone_at is null',
  );

  await knex.schema.alterTable('owner_intervals', table => {
    table.string('ref', 512).nullable();
    table.string('namespace', 63).nullable();
    table.string('name', 63).nullable();
    table.index(['ref', 'from_at']);
  });
  await knex.raw(
    `update owner_intervals set (ref, namespace, name) = (
       select ref, namespace, name from subjects
       where subjects.id = owner_intervals.subject_id
     )`,
  );
};

/**
 * Every subject has its first reference again; what was carried on is found under it by the next sweep, as if it had never been said.
 * Fails where two streams began under one reference.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('owner_intervals', table => {
    table.dropIndex(['ref', 'from_at']);
  });
  // not by knex, which makes a table anew on SQLite, also where others refer to it
  for (const column of ['ref', 'namespace', 'name']) {
    await knex.raw(`alter table owner_intervals drop column ${column}`);
  }

  await knex.raw('drop index subjects_present');
  await knex.raw(
    'update subjects set ref = (select ref from streams where streams.id = subjects.id)',
  );
  await knex.schema.alterTable('subjects', table => {
    table.dropIndex(['ref']);
    table.unique(['ref']);
  });

  await knex.raw('drop index streams_now');
  await knex('streams').update({ continues: null });
  await knex.schema.alterTable('streams', table => {
    table.dropIndex(['ref']);
  });
  await knex.raw('alter table streams drop column name');
  await knex.schema.alterTable('streams', table => {
    table.unique(['ref']);
  });
};
