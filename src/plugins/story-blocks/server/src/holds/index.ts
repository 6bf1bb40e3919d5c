export { isActive, type KeptHold, toAnswer } from './hold';
export { createHoldsController } from './holds.controller';
export { holdsAdminRoutes, holdsRoutes } from './holds.routes';
export { createHolds, type Holds, type HoldsPorts } from './holds.service';
export { pagesFor, receiptFor } from './receipt-for';
export { refuseHeld } from './refuse-held';
export { findHolds } from './store-holds';
