export { type Desk, deskOf } from './desk';
export { createHouseService, type HouseService } from './house.service';
export type { PlaceType, StoryType } from './newsroom.schema';
