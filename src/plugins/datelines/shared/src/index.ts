export {
  type CheckedForm,
  type CheckForm,
  checkFormSchema,
  checkStoryAnswer,
  checkStorySchema,
  parseTextAnswer,
  parseTextSchema,
  type RelationChange,
  type StoryFinding,
} from './check.contract';
export { ERROR_CODES, PLUGIN_ID } from './ids';
export { MAX_LINES_LENGTH } from './limits';
export type { AdminMapping, StoryFields } from './mapping.contract';
export {
  type CreatePlace,
  createPlaceSchema,
  type EntryRef,
  type PlaceCandidate,
  type PlaceEntry,
} from './places.contract';
export { type ReadLines, readLines } from './read-lines';
export {
  type Recognised,
  type RecognisedCredit,
  type RecognisedPlace,
  type RecognisedSource,
  type RecogniseRequest,
  recogniseSchema,
} from './recognise.contract';
