export { errorLine } from './error-line';
export { listTroubles, type Trouble } from './store-troubles';
export { createTroubles, type Troubles } from './troubles';
