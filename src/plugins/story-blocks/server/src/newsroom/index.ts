export { applySettings } from './apply-settings';
export { type Attribute, checkNewsroom, type Model, NewsroomConfigError, type Schemas } from './check-newsroom';
export { FILE } from './file-type';
export { createNewsroom, type Newsroom, type Role } from './newsroom';
export type { AnyConceptKind, ConceptKind, NewsroomConfig, StoryType } from './newsroom.schema';
