export { draftPage } from './draft-page';
export { maskStory } from './mask';
export { maskLinks } from './mask-links';
export { type DraftStory, readStory } from './read-story';
export { type Sight, sightOf } from './sight';
export { storiesIn } from './stories-in';
export { titlesOf } from './titles-of';
