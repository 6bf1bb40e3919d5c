import type { Core } from '@strapi/strapi';
import { forbidden, invalid } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { type CheckedForm, checkFormSchema } from '../../../shared/src';
import { checkStory, localDate } from '../../../text/src';
import { readerFor } from '../http/admin-caller';
import { parseBody } from '../http/parse-body';
import { deskOf } from '../newsroom';
import type { PlacesService } from '../places';
import { datelinesApi } from '../routes';
import type { StylesService } from '../styles.service';
import type { TextService } from '../text.service';
import type { CheckService } from './check.service';
import { readForm } from './form-story';
import { heldAgainst } from './held-against';

export const createCheckController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Admin: a story's form, with its lines in the house style. */
  async form(ctx: Context) {
    const form = parseBody(checkFormSchema, ctx);
    const story = deskOf(strapi).story(form.model);
    if (!story) throw invalid(`model: ${form.model} is no story type`, ['model']);
    const readers = (uid: string) => readerFor(strapi, ctx, uid);
    if (!readers(story.uid).can.read()) throw forbidden('You may not read stories.');
    const { places, source, credits, style, createdAt } = await readForm(strapi, story, form, readers);
    const { datelineDate, filedAt, bylineLabel, openingText } = form.values;
    const text: TextService = strapi.plugin('datelines').service('text');
    const check: CheckService = strapi.plugin('datelines').service('check');
    const day = datelineDate || (filedAt ? localDate(filedAt, places[0]?.timezone) : null);
    const lines = { style, locale: form.locale };
    const named = credits.filter(({ name }) => name !== '');
    const data: CheckedForm = {
      style,
      dateline: text.formatDateline({ places, source, date: day }, lines),
      datelineRunsIn: text.datelineRunsIn(style),
      byline: text.formatByline(named, lines) || (bylineLabel ?? ''),
      bodyDateline: openingText
        ? text.leadingDateline(openingText, { locale: form.locale ?? undefined, places })
        : null,
      findings: check.story(
        {
          datelines: places,
          datelineDate,
          filedAt,
          publishedAt: heldAgainst(filedAt || createdAt, new Date()),
          source,
          credits: named,
          bylineLabel,
          openingText,
        },
        form.locale
      ),
    };
    ctx.body = { data };
  },
  /** Content API: plain values. */
  async check(ctx: Context) {
    const { data, style, locale } = parseBody(datelinesApi['check.check'].body, ctx);
    const styles: StylesService = strapi.plugin('datelines').service('styles');
    const places: PlacesService = strapi.plugin('datelines').service('places');
    const isPlace = await places.lookUp(null, locale);
    ctx.body = { data: { findings: checkStory(data, { style, locale, styles, isPlace }) } };
  },
});
