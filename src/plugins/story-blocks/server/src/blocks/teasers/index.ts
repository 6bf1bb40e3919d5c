export { sectionTeaserBlock } from './section-teaser.block';
export { type Cut, cutOf, defaultCut, tailOf, toTeaser } from './teasers';
