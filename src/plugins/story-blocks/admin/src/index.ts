import { SquaresFour } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { registerTranslations } from '@wiredesk/strapi-kit/admin';
import { ADMIN_ACTIONS } from '../../shared/src/ids';
import { PLUGIN_ID } from './pluginId';
import { RelatedPanel } from './related/RelatedPanel';
import { BeforePublishing } from './story/BeforePublishing';
import { StoryPanel } from './story/StoryPanel';
import { text } from './texts';

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
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: SquaresFour,
      intlLabel: text('board.title'),
      permissions: [{ action: ADMIN_ACTIONS.blocks, subject: null }],
      Component: () => import('./board/BoardPage'),
      position: 4,
    });
    // Shown to all: a page tells those who lack its permission which one that is.
    app.createSettingSection({ id: PLUGIN_ID, intlLabel: text('plugin.name') }, [
      {
        id: `${PLUGIN_ID}.settings`,
        to: `${PLUGIN_ID}/settings`,
        intlLabel: text('settings.title'),
        permissions: [],
        Component: () => import('./settings/SettingsPage'),
      },
      {
        id: `${PLUGIN_ID}.health`,
        to: `${PLUGIN_ID}/health`,
        intlLabel: text('health.title'),
        permissions: [],
        Component: () => import('./health/HealthPage'),
      },
    ]);
  },

  bootstrap(app: StrapiApp) {
    const manager = app.getPlugin('content-manager') as unknown as ContentManager;
    // Beside the buttons that it is about.
    manager.apis.addEditViewSidePanel((panels) => {
      const at = panels.findIndex(({ type }) => type === 'actions') + 1;
      return [...panels.slice(0, at), StoryPanel, RelatedPanel, ...panels.slice(at)];
    });
    manager.injectComponent('editView', 'right-links', {
      name: 'story-blocks-before-publishing',
      Component: BeforePublishing,
    });
  },

  registerTrads: registerTranslations(PLUGIN_ID, (locale) => import(`./translations/${locale}.json`)),
};
