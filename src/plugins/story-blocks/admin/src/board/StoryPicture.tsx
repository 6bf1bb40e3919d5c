import { Box } from '@strapi/design-system';
import type { Image } from '../../../shared/src/pages.contract';

interface Format {
  url?: unknown;
}

/** Strapi's admin may be served from another address than its files. */
function addressOf({ url, formats }: Image): string {
  const { small, thumbnail } = (formats ?? {}) as { small?: Format; thumbnail?: Format };
  const found = [small?.url, thumbnail?.url].find((candidate) => typeof candidate === 'string') ?? url;
  const { backendURL = '' } = window.strapi as unknown as { backendURL?: string };
  return String(found).startsWith('/') ? `${backendURL}${found}` : String(found);
}

/** A teaser's picture, in a place whose size it does not change. */
export const StoryPicture = ({ image, isLarge }: { image: Image; isLarge: boolean }) => (
  <Box
    tag="img"
    src={addressOf(image)}
    alt={image.alternativeText ?? ''}
    width={isLarge ? '24rem' : '12rem'}
    height={isLarge ? '16rem' : '8rem'}
    background="neutral150"
    hasRadius
    style={{ objectFit: 'cover', flexShrink: 0 }}
    draggable={false}
  />
);
