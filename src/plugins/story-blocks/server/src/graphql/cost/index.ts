export { costLimit } from './cost-limit';
export { WEIGHTS, type Weights } from './query-cost';
