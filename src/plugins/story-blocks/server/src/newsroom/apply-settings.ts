import { DELIVERY_ROUTES, type SavedSettings } from '../../../shared/src';
import type { NewsroomConfig } from './newsroom.schema';

/** The newsroom with what was saved in the place of what `config/newsroom` says; weights and languages one by one. */
export function applySettings(config: NewsroomConfig, saved: SavedSettings): NewsroomConfig {
  const { datelineStyle, related, blocks, desk, delivery } = saved;
  const routes = DELIVERY_ROUTES.map((route) => [route, { ...config.delivery[route], ...delivery?.[route] }]);
  return {
    ...config,
    datelineStyle: datelineStyle ?? config.datelineStyle,
    related: {
      ...config.related,
      ...related,
      weights: { ...config.related.weights, ...related?.weights },
      borrow: { ...config.related.borrow, ...related?.borrow },
    },
    blocks: { ...config.blocks, ...blocks },
    desk: { ...config.desk, ...desk },
    delivery: { ...config.delivery, ...Object.fromEntries(routes) },
  };
}
