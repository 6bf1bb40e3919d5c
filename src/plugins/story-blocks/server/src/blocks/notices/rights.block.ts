import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import type { BlockData } from '../../../../shared/src';
import type { Block } from '..';
import { rightsText } from './rights-text';

const settingsSchema = z.object({
  from: z.int().optional(),
  to: z.int().optional(),
  owner: z.string().optional(),
  template: z.string().optional(),
  sources: z.array(z.string()).default([]),
});

/**
 * The calendar year at the site; that of UTC where its zone is none: written before it was checked, or brought in past the
 * document service.
 */
function yearAt(now: Date, timeZone: string | null | undefined): number {
  const zone = timeZone ? IANAZone.create(timeZone) : null;
  return DateTime.fromJSDate(now, { zone: zone?.isValid ? zone : 'utc' }).year;
}

/** The rights notice at the foot of the page. */
export const rightsBlock: Block<z.infer<typeof settingsSchema>, BlockData<'rights'>> = {
  component: 'story-blocks.rights',
  schema: settingsSchema,
  async fill({ from, to, owner, template, sources }, { view, site, locale, now }) {
    await view.concepts.load(sources.map((id) => ({ kind: 'source', id })));
    const wording = template?.trim() || null;
    const holder = owner?.trim() || site?.data.owner || null;
    // A notice that names an owner needs the site that has one.
    if (!site && !holder && (wording === null || wording.includes('{owner}'))) return null;
    const text = rightsText({
      template: wording,
      from: from ?? null,
      to: to ?? null,
      owner: holder,
      sources: sources.flatMap((id) => {
        const source = view.concepts.get('source', id);
        if (!source) return [];
        const { code, kind, rightsLine } = source.data;
        return [{ code: code ?? source.name, name: source.name, kind: kind ?? 'wire', rightsLine }];
      }),
      thisYear: yearAt(now, site?.data.timezone),
      language: site?.data.language || locale || 'en',
    });
    return text ? { text } : null;
  },
  toText: ({ text }) => [text],
};
