export { changedRelation } from './changed-relation';
export { draftPage } from './draft-page';
export { MADE_OF, type Told } from './made-of';
export { maskStory } from './mask';
export { maskLinks } from './mask-links';
export { type DraftStory, readStory } from './read-story';
export { type Sight, sightOf } from './sight';
export { storiesIn } from './stories-in';
export { titlesOf } from './titles-of';
