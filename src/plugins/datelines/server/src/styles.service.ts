import { createStyles, type DatelineStyle, type DatelineStyles } from '../../text/src';

/** The styles of this Strapi instance, which other plugins may add to. */
export interface StylesService extends DatelineStyles {
  /** Ends registration; this plugin calls it when Strapi starts. */
  close(): void;
}

/**
 * Makes `strapi.plugin('datelines').service('styles')`.
 *
 * `register` belongs in the other plugin's own `register()`: once Strapi starts, lines are being printed, and a style
 * that came later would change them half-way. It throws then, and where the name is taken.
 */
export const createStylesService = (): StylesService => {
  const styles = createStyles();
  let closed = false;
  return {
    ...styles,
    register(style: DatelineStyle) {
      if (closed) {
        throw new Error(`The dateline style "${style.name}" comes too late: register it in your plugin's register()`);
      }
      styles.register(style);
    },
    close() {
      closed = true;
    },
  };
};
