import { DELIVERY_ROUTES, type SavedSettings } from '../../../shared/src/index';
import type { Newsroom } from './newsroom.schema';

/** The newsroom with what was saved in the place of what `config/newsroom` says; weights and languages one by one. */
export function applySettings(newsroom: Newsroom, saved: SavedSettings): Newsroom {
  const { datelineStyle, related, blocks, desk, delivery } = saved;
  const routes = DELIVERY_ROUTES.map((route) => [route, { ...newsroom.delivery[route], ...delivery?.[route] }]);
  return {
    ...newsroom,
    datelineStyle: datelineStyle ?? newsroom.datelineStyle,
    related: {
      ...newsroom.related,
      ...related,
      weights: { ...newsroom.related.weights, ...related?.weights },
      borrow: { ...newsroom.related.borrow, ...related?.borrow },
    },
    blocks: { ...newsroom.blocks, ...blocks },
    desk: { ...newsroom.desk, ...desk },
    delivery: { ...newsroom.delivery, ...Object.fromEntries(routes) },
  };
}
