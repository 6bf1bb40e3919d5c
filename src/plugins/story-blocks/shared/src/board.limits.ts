/** Most pins, and most stories sent down, of one section in one language. */
export const MAX_BOARD = 50;

/** Stories of a front that a board shows. */
export const BOARD_SIZE = 20;
