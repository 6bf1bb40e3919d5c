export type { Model } from './check-newsroom';
export { type Desk, deskOf } from './desk';
export type { Newsroom, PlaceType, StoryType } from './newsroom.schema';
