import type { Core } from '@strapi/strapi';
import { createStylesService, type StylesService } from './styles.service';
import { createTextService, type TextService } from './text.service';

export type { StylesService, TextService };

export default {
  services: { styles: createStylesService, text: createTextService },
  bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const styles: StylesService = strapi.plugin('datelines').service('styles');
    styles.close();
  },
};
