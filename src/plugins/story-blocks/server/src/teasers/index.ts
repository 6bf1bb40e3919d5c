export { sectionTeaserBlock } from './section-teaser.block';
export { type Cut, defaultCut, toTeaser } from './teasers';
