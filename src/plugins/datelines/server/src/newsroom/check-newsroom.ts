import { configError, NewsroomConfigError } from '@wiredesk/newsroom';
import { type Newsroom, newsroomSchema } from './newsroom.schema';

/** The part of a content type's schema that the mapping is checked against. */
export interface Model {
  attributes: Record<string, { type: string; repeatable?: boolean }>;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
}

type Field = string | { field: string } | undefined;
const nameOf = (field: Field) => (typeof field === 'object' ? field.field : field);

/**
 * Reads `config/newsroom` and holds the types that datelines uses against the loaded schemas.
 *
 * @param input - `undefined` where the application has no such file: then nothing is mapped.
 * @throws {NewsroomConfigError} One sentence that names the first key that does not fit.
 */
export function checkNewsroom(input: unknown, models: Record<string, Model | undefined>): Newsroom {
  const parsed = newsroomSchema.safeParse(input ?? {});
  if (!parsed.success) throw configError(parsed.error.issues[0]);
  const { story = [], ...others } = parsed.data.types;
  const types = [
    ...story.map((type) => ['story', type] as const),
    ...Object.entries(others).flatMap(([kind, type]) => (type ? [[kind, type] as const] : [])),
  ];
  for (const [kind, { uid, fields }] of types) {
    const model = models[uid];
    if (!model) throw new NewsroomConfigError(`types.${kind}.uid`, `is "${uid}", which no content type has.`);
    for (const [key, field] of Object.entries(fields as Record<string, Field>)) {
      const name = nameOf(field);
      if (name === undefined || name in model.attributes) continue;
      throw new NewsroomConfigError(`types.${kind}.fields.${key}`, `names "${name}", but ${uid} has no such field.`);
    }
  }
  return parsed.data;
}
