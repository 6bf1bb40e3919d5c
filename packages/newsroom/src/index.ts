export { configError, NewsroomConfigError } from './config-error';
export {
  COMMON_KEYS,
  claimKeys,
  createNewsroomService,
  judgeKeys,
  type NewsroomService,
  PLUGIN_KEYS,
} from './keys';
export { type ConceptKind, factsOf, KINDS, type Kind, LAYOUT_FIELDS, type LayoutField } from './kinds';
export { typesSchema } from './types-schema';
