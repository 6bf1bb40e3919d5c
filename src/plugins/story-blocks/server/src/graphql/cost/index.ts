export { costLimit } from './cost-limit';
export { WEIGHTS } from './query-cost';
