import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { AdminMapping } from '../../../shared/src';
import { readerFor } from '../http/admin-caller';
import { type Desk, deskOf, type StoryType } from '../newsroom';

function toMapping(desk: Desk, { uid, fields }: StoryType): AdminMapping['stories'][number] {
  const { attributes } = desk.model(uid);
  const relation = (field: string | undefined) => (field && attributes[field]?.type === 'relation' ? field : null);
  const { byline } = fields;
  const isComponent = byline && attributes[byline.field]?.type === 'component' && attributes[byline.field]?.repeatable;
  return {
    uid,
    fields: {
      datelines: relation(fields.datelines),
      datelineDate: fields.datelineDate ?? null,
      filedAt: fields.filedAt ?? null,
      source: relation(fields.source),
      section: relation(fields.section),
      bylineLabel: fields.bylineLabel ?? null,
      body: fields.body && attributes[fields.body]?.type === 'blocks' ? fields.body : null,
      byline: isComponent ? byline : null,
    },
  };
}

export const createMappingController = ({ strapi }: { strapi: Core.Strapi }) => ({
  get(ctx: Context) {
    const desk = deskOf(strapi);
    const { place } = desk.types;
    const data: AdminMapping = {
      stories: desk.stories
        .filter(({ uid }) => readerFor(strapi, ctx, uid).can.read())
        .map((story) => toMapping(desk, story)),
      canCreatePlaces: place !== undefined && readerFor(strapi, ctx, place.uid).can.create(),
    };
    ctx.body = { data };
  },
});
