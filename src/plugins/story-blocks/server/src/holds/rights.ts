import type { Core } from '@strapi/strapi';
import { holdsActions } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { ADMIN_ACTIONS, PLUGIN_ID } from '../../../shared/src';
import { type Ability, mayDo, visibleRows } from '../access/admin-reader';
import { mayPreview } from '../access/caller';
import { languageRows } from './language-rows';
import { adminPublishing, type Publishing, publishAction } from './publishing';
import { type Setter, setterOf } from './setter';

/** What the one who asks may do with held stories, and with those that are to be held. */
export interface Rights {
  /** Null where they cannot be asked for again: what they set publishes nothing. */
  setter: Setter | null;
  /** Whether they may read a story, in one language at least: a hold is on all of them. */
  mayRead(type: string, documentId: string): Promise<boolean>;
  mayLift(): Promise<boolean>;
  /** Whether they are told the note of a hold: it is the desk's own. */
  mayReadNote(): Promise<boolean>;
  publishing: Publishing;
}

/** An administrator: one permission sets and lifts, and the content manager says of which stories. */
const adminRights = (strapi: Core.Strapi, ability: Ability, setter: Setter | null): Rights => ({
  setter,
  mayRead: async (type, documentId) => (await visibleRows(strapi, ability, type, [documentId])).length > 0,
  mayLift: async () => mayDo(ability, ADMIN_ACTIONS.holds),
  mayReadNote: async () => mayDo(ability, ADMIN_ACTIONS.holds),
  publishing: adminPublishing(strapi, ability),
});

/** A caller of the content API: what nobody else can see yet takes the permission to preview. */
function callerRights(strapi: Core.Strapi, auth: unknown, setter: Setter | null): Rights {
  const action = (name: string) => `plugin::${PLUGIN_ID}.holds.${name}`;
  return {
    setter,
    async mayRead(type, documentId) {
      if (!(await holdsActions(strapi, auth, [`${type}.find`]))) return false;
      const rows = await languageRows(strapi, type, documentId);
      return rows.some(({ publishedAt }) => publishedAt !== null) || mayPreview(strapi, auth);
    },
    mayLift: () => holdsActions(strapi, auth, [action('lift')]),
    mayReadNote: () => holdsActions(strapi, auth, [action('set')]),
    publishing: async (type, _documentId, locales) =>
      (await holdsActions(strapi, auth, [publishAction(type)])) ? [] : [...locales],
  };
}

export function rightsOf(strapi: Core.Strapi, ctx: Context): Rights {
  const ability = ctx.state.userAbility as Ability | undefined;
  const setter = setterOf(ctx);
  return ability ? adminRights(strapi, ability, setter) : callerRights(strapi, ctx.state.auth, setter);
}
