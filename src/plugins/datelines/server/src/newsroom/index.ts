export type { Model } from './check-newsroom';
export { type Desk, deskOf } from './desk';
export { createHouseService, type HouseService } from './house.service';
export type { Newsroom, PlaceType, StoryType } from './newsroom.schema';
