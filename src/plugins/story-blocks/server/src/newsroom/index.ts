export { applySettings } from './apply-settings';
export { type Attribute, checkNewsroom, type Model, NewsroomConfigError, type Schemas } from './check-newsroom';
export { createDesk, type Desk, type Role } from './desk';
export { FILE } from './file-type';
export type { AnyConceptKind, ConceptKind, Newsroom, StoryType } from './newsroom.schema';
