import type { Core } from '@strapi/strapi';
import { deskOf } from './desk';

/** Lets another plugin change the house style while the application runs. */
export interface HouseService {
  /** Writes the lines of stories whose site names no style in this one, in the place of `config/newsroom`'s. */
  setStyle(style: string): void;
}

export const createHouseService = ({ strapi }: { strapi: Core.Strapi }): HouseService => ({
  setStyle(style) {
    deskOf(strapi).datelineStyle = style;
  },
});
