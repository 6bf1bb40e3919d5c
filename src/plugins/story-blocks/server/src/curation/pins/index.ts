export { findDeadPins } from './dead-pins';
export { findStates, findTitles, findTypes } from './find-targets';
export { createPinsController } from './pins.controller';
export { pinsAdminRoutes } from './pins.routes';
export { presentWill } from './present-will';
export { nextPinEnd, storiesPinning } from './read-wills';
