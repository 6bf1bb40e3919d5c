import type { ERROR_CODES, ErrorAnswer } from '../../shared/src';

type Details = Partial<ErrorAnswer['error']['details']>;

/** A code of ours; another plugin's is a string like any other. */
export type ErrorCode = (typeof ERROR_CODES)[keyof typeof ERROR_CODES] | (string & {});

/** An answer that says no. Where the network fails there is no answer, and `fetch`'s own error passes through. */
export class StoryBlocksError extends Error {
  override name = 'StoryBlocksError';
  /** What to branch on, beside `status`; the wording of `message` may change. */
  readonly code: ErrorCode | undefined;
  /** The story's present slug, to send readers to; with `MOVED`. */
  readonly slug: string | undefined;
  /** The story's document id; with `MOVED`. */
  readonly documentId: string | undefined;

  constructor(
    message: string,
    readonly status: number,
    /** Path and query that were asked for. */
    readonly path: string,
    /** `error.details` as the server sent it. */
    readonly details: Details = {}
  ) {
    super(message);
    this.code = details.code;
    this.slug = details.slug;
    this.documentId = details.documentId;
  }
}
