/**
 * Fills an address's places, encoded. A place that is not known stays as it is.
 *
 * @example fillTemplate('https://a.example/p?id={documentId}', { documentId: 'x y' }) // → 'https://a.example/p?id=x%20y'
 */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (place, key: string) =>
    Object.hasOwn(values, key) ? encodeURIComponent(values[key]) : place
  );
