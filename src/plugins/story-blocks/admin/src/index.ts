import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from './pluginId';
import { BeforePublishing } from './story/BeforePublishing';
import { StoryPanel } from './story/StoryPanel';

interface Panel {
  type?: string;
}
interface ContentManager {
  apis: { addEditViewSidePanel(change: (panels: Panel[]) => unknown[]): void };
  injectComponent(view: string, zone: string, component: { name: string; Component: unknown }): void;
}

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Story blocks' });
  },

  bootstrap(app: StrapiApp) {
    const manager = app.getPlugin('content-manager') as unknown as ContentManager;
    // Beside the buttons that it is about.
    manager.apis.addEditViewSidePanel((panels) => {
      const at = panels.findIndex(({ type }) => type === 'actions') + 1;
      return [...panels.slice(0, at), StoryPanel, ...panels.slice(at)];
    });
    manager.injectComponent('editView', 'right-links', {
      name: 'story-blocks-before-publishing',
      Component: BeforePublishing,
    });
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        try {
          const { default: texts } = (await import(`./translations/${locale}.json`)) as {
            default: Record<string, string>;
          };
          const data = Object.fromEntries(Object.entries(texts).map(([id, value]) => [`${PLUGIN_ID}.${id}`, value]));
          return { data, locale };
        } catch {
          // A language without a translation reads English.
          return { data: {}, locale };
        }
      })
    );
  },
};
