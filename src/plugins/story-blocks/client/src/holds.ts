import type { HeldAnswer, HoldAnswer, LiftedAnswer, SetHold } from '../../shared/src';
import type { Connection } from './connection';
import { type CallOptions, type Request, send } from './request';

interface HoldOptions {
  /** Uid of the story type, where several are mapped. */
  type?: string;
  signal?: CallOptions['signal'];
}

const at = (documentId: string, { type, signal }: HoldOptions): Request => ({
  path: ['story-blocks', 'holds', documentId],
  query: { type },
  signal,
});

/** The story's hold; `data` is null where there is none. */
export const hold = (connection: Connection, documentId: string, options: HoldOptions = {}) =>
  send<HoldAnswer>(connection, at(documentId, options));

/** Holds a story: takes it off every page, in every language. */
export const setHold = (connection: Connection, documentId: string, data: SetHold, options: HoldOptions = {}) =>
  send<HeldAnswer>(connection, { ...at(documentId, options), method: 'PUT', body: { data } });

/** @throws StoryBlocksError 404 where the story is not held. */
export const liftHold = (connection: Connection, documentId: string, options: HoldOptions = {}) =>
  send<LiftedAnswer>(connection, { ...at(documentId, options), method: 'DELETE' });
