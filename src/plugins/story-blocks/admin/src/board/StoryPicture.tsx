import { Box } from '@strapi/design-system';
import type { Image } from '../../../shared/src/pages.contract';
import { pictureAddress } from '../picture-address';

interface Format {
  url?: unknown;
}

function addressOf({ url, formats }: Image): string {
  const { small, thumbnail } = (formats ?? {}) as { small?: Format; thumbnail?: Format };
  const found = [small?.url, thumbnail?.url].find((candidate) => typeof candidate === 'string') ?? url;
  return pictureAddress(String(found));
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
