import type { Context } from 'koa';

/** The path of a request; empty where its address is no URL, which Koa fails on or finds no path in. */
export function pathOf(ctx: Context): string {
  try {
    return ctx.path ?? '';
  } catch {
    return '';
  }
}
