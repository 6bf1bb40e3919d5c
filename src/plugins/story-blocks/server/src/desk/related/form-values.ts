import type { PreviewValues } from '../../../../shared/src';
import type { StoryType } from '../../newsroom';

/** A form's fields by what they mean, as the content type names them. What the newsroom does not map is left out. */
export function toFormValues({ fields }: StoryType, values: PreviewValues): Record<string, unknown> {
  const { externalLinks: mapped } = fields;
  const named: [string | undefined, unknown][] = [
    [fields.title, values.title],
    [fields.body, values.body ?? []],
    [fields.section, values.section],
    [fields.topics, values.topics],
    [fields.filedAt, values.filedAt ?? null],
    [
      mapped?.field,
      mapped && values.externalLinks.map(({ title, url }) => ({ [mapped.title]: title, [mapped.url]: url })),
    ],
  ];
  return Object.fromEntries(named.filter(([field]) => field !== undefined));
}
