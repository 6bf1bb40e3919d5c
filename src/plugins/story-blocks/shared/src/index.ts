export * from './board.contract';
export * from './board.limits';
export * from './holds.contract';
export * from './ids';
export * from './pages.contract';
export * from './pins.contract';
