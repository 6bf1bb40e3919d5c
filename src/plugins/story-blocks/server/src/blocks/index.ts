export type { AnyBlock, Block, Page } from './block';
export {
  type Filled,
  fillLayout,
  readLayout,
  sectionsOf,
  settingsOf,
  toAnswer,
  toLines,
  withoutNulls,
} from './fill-layout';
export { createProblems, type Problems } from './problems';
export { type BlockRegistry, createBlockRegistry, typeOf } from './registry';
