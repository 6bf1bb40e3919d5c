export { sectionTeaserBlock } from './section-teaser.block';
export { type Cut, cutOf, defaultCut, toTeaser } from './teasers';
