import { type Client, createClient, createToken } from '../client';
import type { Running } from '../strapi';
import { logInWith, makeCreator, type Permission, PREVIEW } from './callers';

export const ARTICLE = 'api::article.article';
export const OURS = {
  blocks: 'plugin::story-blocks.blocks.read',
  board: 'plugin::story-blocks.board.set',
  holds: 'plugin::story-blocks.holds.set',
  pins: 'plugin::story-blocks.pins.set',
} as const;

type Language = 'en' | 'fr';

/** A right on stories in the content manager, in languages, of all or of one's own. */
export const onStories = (action: 'read' | 'publish', locales: Language[], own = false): Permission => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject: ARTICLE,
  properties: action === 'read' ? { fields: ['title', 'body'], locales } : { locales },
  conditions: own ? ['admin::is-creator'] : [],
});

/** Somebody who writes what the plugin keeps beside stories, and what they may. */
export interface Holder {
  name: string;
  client: Client;
  path: '/story-blocks/holds' | '/api/story-blocks/holds';
  /** Languages that they may read and publish of their own stories, and of others'. */
  reads: { own: Language[]; foreign: Language[] };
  publishes: { own: Language[]; foreign: Language[] };
  lifts: boolean;
  /** Whether what is not published is theirs to read. */
  previews: boolean;
}

const BOTH: Language[] = ['en', 'fr'];
const same = (locales: Language[]) => ({ own: locales, foreign: locales });
const own = (locales: Language[]) => ({ own: locales, foreign: [] });

/** @param ofOwn - The stories that those who have stories of their own have. */
export async function gatherHolders(app: Running, ofOwn: (name: string) => Promise<string[]>): Promise<Holder[]> {
  const administrator = async (name: string, permissions: Permission[], may: Pick<Holder, 'reads' | 'publishes'>) => {
    const token = await logInWith(app, [...Object.values(OURS), ...permissions]);
    const client = createClient(app, token);
    await makeCreator(app, client, ARTICLE, await ofOwn(name));
    return { name, client, path: '/story-blocks/holds' as const, lifts: true, previews: true, ...may };
  };
  const token = async (
    name: string,
    may: Partial<Record<'finds' | 'previews' | 'updates' | 'lifts', boolean>>
  ): Promise<Holder> => {
    const actions = [
      'plugin::story-blocks.holds.set',
      'plugin::story-blocks.holds.get',
      ...(may.lifts ? ['plugin::story-blocks.holds.lift'] : []),
      ...(may.finds ? [`${ARTICLE}.find`] : []),
      ...(may.updates ? [`${ARTICLE}.update`] : []),
      ...(may.previews ? [PREVIEW] : []),
    ];
    await ofOwn(name);
    return {
      name,
      client: createClient(app, await createToken(app.strapi, 'custom', actions)),
      path: '/api/story-blocks/holds',
      reads: same(may.finds ? BOTH : []),
      publishes: same(may.updates ? BOTH : []),
      lifts: may.lifts ?? false,
      previews: may.previews ?? false,
    };
  };
  const [read, publish] = [onStories('read', BOTH), onStories('publish', BOTH)];
  return [
    await administrator('an administrator who reads nothing', [], { reads: same([]), publishes: same([]) }),
    await administrator('one who publishes and reads nothing', [publish], { reads: same([]), publishes: same(BOTH) }),
    await administrator('one who reads and publishes nothing', [read], { reads: same(BOTH), publishes: same([]) }),
    await administrator('one who publishes English', [read, onStories('publish', ['en'])], {
      reads: same(BOTH),
      publishes: same(['en']),
    }),
    await administrator('one of English', [onStories('read', ['en']), onStories('publish', ['en'])], {
      reads: same(['en']),
      publishes: same(['en']),
    }),
    await administrator(
      'one of English stories of their own',
      [onStories('read', ['en'], true), onStories('publish', ['en'], true)],
      { reads: own(['en']), publishes: own(['en']) }
    ),
    await administrator('one who reads all and publishes their own', [read, onStories('publish', BOTH, true)], {
      reads: same(BOTH),
      publishes: own(BOTH),
    }),
    await administrator('one of their own stories', [onStories('read', BOTH, true), onStories('publish', BOTH, true)], {
      reads: own(BOTH),
      publishes: own(BOTH),
    }),
    await administrator('one who does everything', [read, publish], { reads: same(BOTH), publishes: same(BOTH) }),
    await token('a token for holds alone', { lifts: true }),
    await token('a token that updates and finds nothing', { updates: true, previews: true, lifts: true }),
    await token('a token that finds', { finds: true, lifts: true }),
    await token('a token that finds and updates', { finds: true, updates: true, lifts: true }),
    await token('a token that previews', { finds: true, previews: true, lifts: true }),
    await token('a token that previews and lifts nothing', { finds: true, previews: true, updates: true }),
    await token('a token that does everything', { finds: true, previews: true, updates: true, lifts: true }),
  ];
}
