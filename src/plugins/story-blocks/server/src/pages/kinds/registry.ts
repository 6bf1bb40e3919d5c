import { createRegistry, type Registry } from '@wiredesk/strapi-kit/server';
import { listsApi } from '../lists/lists.routes';
import type { FilledPage, PageAsked, PageKind } from './page-kind';

export interface PageKindRegistry extends Registry<PageKind> {
  /**
   * Registers a kind of page. Call it in your plugin's `register()`.
   *
   * @throws {Error} where the kind or one of its handlers has a name that is taken, or the application has started.
   */
  register<Asked extends PageAsked, Page extends FilledPage>(kind: PageKind<Asked, Page>): void;
}

/** The kinds of page that the application has. */
export function createPageKinds(ours: readonly PageKind[]): PageKindRegistry {
  const kinds = createRegistry<PageKind>({
    nameOf: ({ name }) => name,
    tooLate: (name) =>
      `story-blocks: the kind of page "${name}" was registered too late; register it in your plugin's register().`,
    twice: (name) => `story-blocks: the kind of page "${name}" is registered twice.`,
  });
  for (const kind of ours) kinds.register(kind);
  return {
    ...kinds,
    register(kind) {
      const ofPages = kinds.all().flatMap(({ routes }) => routes.map(({ handler }) => handler));
      const taken = new Set([...ofPages, ...Object.keys(listsApi)]);
      const twice = kind.routes.find(({ handler }) => taken.has(handler));
      if (twice) throw new Error(`story-blocks: the handler "${twice.handler}" of pages is registered twice.`);
      kinds.register(kind as PageKind);
    },
  };
}
