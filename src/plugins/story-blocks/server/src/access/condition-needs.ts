interface Attribute {
  type?: string;
  target?: string;
  component?: string;
}
/** What an entry must be read with. */
export interface Needs {
  fields: string[];
  populate: Record<string, { populate: Needs['populate'] }>;
}

type AttributesOf = (uid: string) => Record<string, Attribute> | undefined;
type Path = string[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The attributes that a condition names, each with the relations that lead to it. */
function pathsIn(condition: unknown, before: Path = []): Path[] {
  if (Array.isArray(condition)) return condition.flatMap((one) => pathsIn(one, before));
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key.startsWith('$')) return pathsIn(value, before);
    const path = [...before, ...key.split('.')];
    return [path, ...pathsIn(value, path)];
  });
}

/** The type behind an attribute; null for a plain field. */
function typeBehind({ type, target, component }: Attribute): string | null {
  if (type === 'media') return 'plugin::upload.file';
  return (type === 'component' ? component : type === 'relation' ? target : undefined) ?? null;
}

function needsAlong(paths: Path[], uid: string, attributesOf: AttributesOf): Needs {
  const attributes = attributesOf(uid) ?? {};
  const needs: Needs = { fields: [], populate: {} };
  for (const name of new Set(paths.map(([first]) => first))) {
    // Ids are read with every entry, and are no attributes.
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : null;
    if (!attribute) continue;
    const behind = typeBehind(attribute);
    const further = paths.filter((path) => path[0] === name && path.length > 1).map((path) => path.slice(1));
    if (behind === null) needs.fields.push(name);
    else needs.populate[name] = { populate: needsAlong(further, behind, attributesOf).populate };
  }
  return needs;
}

/**
 * What an entry must be read with for the conditions of permissions to be tried on it: a condition finds an attribute
 * that was not read to be empty.
 *
 * @example conditionNeeds([{ 'createdBy.id': 3 }, { locale: { $in: ['en'] } }], 'api::story.story', attributesOf)
 *   // → { fields: ['locale'], populate: { createdBy: { populate: {} } } }
 */
export const conditionNeeds = (conditions: unknown[], uid: string, attributesOf: AttributesOf): Needs =>
  needsAlong(pathsIn(conditions), uid, attributesOf);
