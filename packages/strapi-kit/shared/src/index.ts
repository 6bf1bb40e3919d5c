/** Values of `error.details.code` that the kit's own errors carry: each plugin lists them among its own. */
export const KIT_ERROR_CODES = {
  busy: 'BUSY',
  unknownLocale: 'UNKNOWN_LOCALE',
} as const;
