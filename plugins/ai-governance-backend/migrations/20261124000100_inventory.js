// @ts-check

/**
 * The inventory: what the catalog was seen to hold.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('subjects', table => {
    table.comment('Catalog entities under governance');
    table.string('id', 36).primary().references('id').inTable('streams');
    table.string('ref', 512).notNullable().unique();
    table.string('kind', 64).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('name', 63).notNullable();
    table.text('title').notNullable();
    table.string('type', 120).nullable();
    table.string('lifecycle', 120).nullable();
    table.string('sourcing', 32).nullable();
    table.string('owner', 512).nullable().comment('As declared');
    table.string('accountable', 512).nullable();
    table.text('profile').notNullable().comment('Canonical JSON');
    table
      .text('profile_errors')
      .notNullable()
      .comment('JSON list of path and message');
    table.string('digest', 64).notNullable();
    table.string('observed_at', 24).notNullable();
    table
      .integer('missed')
      .notNullable()
      .defaultTo(0)
      .comment('Complete sweeps in a row without it');
    table.string('gone_at', 24).nullable();
    table.index(['owner']);
  });

  await knex.schema.createTable('entity_facts', table => {
    table.comment(
      'Of every entity that a subject refers to, and every group and user: whether the catalog has it',
    );
    table.string('ref', 512).primary();
    table.boolean('present').notNullable();
    table.text('title').nullable();
    table.integer('members').nullable().comment('Direct members, groups only');
    table.string('observed_at', 24).notNullable();
  });

  await knex.schema.createTable('group_edges', table => {
    table.comment('Parent and child groups, as intervals');
    table.increments('id');
    table.string('parent', 512).notNullable();
    table.string('child', 512).notNullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).nullable();
    table.index(['to_at']);
  });

  await knex.schema.createTable('group_closure', table => {
    table.comment(
      'Every group with every group at or below it, now; made anew when an edge changes',
    );
    table.string('ancestor', 512).notNullable();
    table.string('descendant', 512).notNullable();
    table.primary(['ancestor', 'descendant']);
    table.index(['descendant']);
  });

  await knex.schema.createTable('owner_intervals', table => {
    table.comment('Who owned a subject, from when to when it was observed');
    table.increments('id');
    table
      .string('subject_id', 36)
      .notNullable()
      .references('id')
      .inTable('subjects');
    table.string('owner', 512).nullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).nullable();
    table.index(['subject_id', 'to_at']);
  });

  // one open interval of each, whichever backend opens it; knex has no words for this on SQLite
  await knex.raw(
    'create unique index group_edges_open on group_edges (parent, child) where to_at is null',
  );
  await knex.raw(
    'create unique index owner_intervals_open on owner_intervals (subject_id) where to_at is null',
  );

  await knex.schema.createTable('sweeps', table => {
    table.comment(
      'One row a complete or refused sweep of the catalog, the newest few',
    );
    table.increments('id');
    table.string('started_at', 24).notNullable();
    table.string('finished_at', 24).nullable();
    table.integer('seen').nullable();
    table.text('warning').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sweeps');
  await knex.schema.dropTable('owner_intervals');
  await knex.schema.dropTable('group_closure');
  await knex.schema.dropTable('group_edges');
  await knex.schema.dropTable('entity_facts');
  await knex.schema.dropTable('subjects');
};
