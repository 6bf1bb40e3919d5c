import type { Core } from '@strapi/strapi';
import { forbidden, type PermissionChecker, permissionChecker } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { SlugType } from '../slug-types';

/** What the administrator who asks may do with entries of a type: content-manager's own permissions. */
export function editorOf(strapi: Core.Strapi, ctx: Context, uid: string): PermissionChecker {
  return permissionChecker(strapi, ctx.state.userAbility, uid);
}

const mayWrite = ({ cannot }: PermissionChecker) => !(cannot.create() && cannot.update());

/** @throws A 403 for who may write none of the types that get slugs. */
export function refuseStrangers(strapi: Core.Strapi, ctx: Context, types: ReadonlyMap<string, SlugType>): void {
  if (![...types.keys()].some((uid) => mayWrite(editorOf(strapi, ctx, uid)))) throw forbidden('Forbidden');
}

/** @throws A 403 for who may write no entry of the type. */
export function writerOf(strapi: Core.Strapi, ctx: Context, uid: string): PermissionChecker {
  const editor = editorOf(strapi, ctx, uid);
  if (!mayWrite(editor)) throw forbidden('Forbidden');
  return editor;
}
