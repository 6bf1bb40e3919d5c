export * from './health.contract';
export * from './holds.contract';
export * from './ids';
export * from './pages.contract';
export * from './pins.contract';
export * from './settings.contract';
export * from './settings-fields';
