import type { Knex } from 'knex';

/** The story that a row belongs to. `locale` is '' where the type is not localized: a null would let doubles into a key. */
export function storyKey(t: Knex.CreateTableBuilder): void {
  t.string('type', 191).notNullable();
  t.string('document_id', 64).notNullable();
  t.string('locale', 35).notNullable().defaultTo('');
}
