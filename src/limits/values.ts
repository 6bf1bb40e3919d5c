/** Whether a value of a query or a body holds others, by name or in a list. */
export const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
/** Whether a key is a place in a list, as the parser of queries gives long lists. */
export const isPlace = (key: string): boolean => /^\d+$/.test(key);
/** Whether a key of filters names a field: it is no operator, and no place in a list. */
export const isFieldName = (key: string): boolean => !key.startsWith('$') && !isPlace(key);
