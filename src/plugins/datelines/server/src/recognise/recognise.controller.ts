import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readLines, recogniseSchema } from '../../../shared/src';
import { readerFor } from '../http/admin-caller';
import { parseBody } from '../http/parse-body';
import type { PlacesService } from '../places';
import { datelinesApi } from '../routes';
import type { StylesService } from '../styles.service';
import type { RecogniseService } from './recognise.service';

export const createRecogniseController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Admin: what a text says, and which entries it means. */
  async recognise(ctx: Context) {
    const request = parseBody(recogniseSchema, ctx);
    const service: RecogniseService = strapi.plugin('datelines').service('recognise');
    ctx.body = { data: await service.recognise(request, (uid) => readerFor(strapi, ctx, uid)) };
  },
  /** Content API: what a text says. */
  async parse(ctx: Context) {
    const { text, locale, referenceDate } = parseBody(datelinesApi['recognise.parse'].body, ctx);
    const styles: StylesService = strapi.plugin('datelines').service('styles');
    const places: PlacesService = strapi.plugin('datelines').service('places');
    const isPlace = await places.lookUp(null, locale);
    ctx.body = { data: readLines(text, { locale, referenceDate, styles, isPlace }) };
  },
});
