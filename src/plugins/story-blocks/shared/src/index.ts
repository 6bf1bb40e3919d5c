export * from './desk-story.contract';
export * from './holds.contract';
export * from './ids';
export * from './pages.contract';
export * from './pins.contract';
