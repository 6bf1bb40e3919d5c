export { asksFor, RELATED_LINKS, type RelatedSettings, relatedLinksBlock } from './related-links.block';
