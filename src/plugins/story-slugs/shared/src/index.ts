export * from './ids';
export * from './slugs.contract';
