export * from './ids';
export * from './query-fields';
export * from './slugs.contract';
