export { applySettings } from './apply-settings';
export { type Attribute, checkNewsroom, type Model, type Schemas } from './check-newsroom';
export { FILE } from './file-type';
export { createNewsroom, type Newsroom, type Role } from './newsroom';
export type { AnyConceptKind, LayoutName, NewsroomConfig, StoryType } from './newsroom.schema';
export { OWN_KEYS } from './own-keys';
