export { configError, NewsroomConfigError } from './config-error';
export {
  COMMON_KEYS,
  claimKeys,
  createNewsroomService,
  judgeKeys,
  type NewsroomKey,
  type NewsroomService,
  PLUGIN_KEYS,
} from './keys';
export { type ConceptKind, factsOf, KINDS, type Kind } from './kinds';
export { type MappedTypes, typesSchema } from './types-schema';
