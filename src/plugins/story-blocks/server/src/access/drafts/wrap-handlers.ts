import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

export type Handler = (ctx: Context, next: unknown) => unknown;
type Controller = Record<string, Handler>;
interface Controllers {
  extend(uid: string, change: (controller: Controller) => Controller): void;
}

/** Puts a guard around those of a controller's handlers that are named and there. */
export function wrapHandlers(
  strapi: Core.Strapi,
  uid: string,
  guards: Record<string, (handler: Handler) => Handler>
): void {
  (strapi.get('controllers') as Controllers).extend(uid, (controller) => {
    const guarded = Object.entries(guards).flatMap(([name, guard]) =>
      typeof controller[name] === 'function' ? [[name, guard(controller[name].bind(controller))] as const] : []
    );
    return { ...controller, ...Object.fromEntries(guarded) };
  });
}
