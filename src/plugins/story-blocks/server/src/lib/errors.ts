import { notFound } from '@wiredesk/strapi-kit/server';
import { ERROR_CODES } from '../../../shared/src';

/** 404 for a former slug: the story is published under another one now. */
export const moved = (story: { documentId: string; slug: string }): Error =>
  notFound(`The story is published under the slug "${story.slug}" now`, {
    code: ERROR_CODES.moved,
    slug: story.slug,
    documentId: story.documentId,
  });
