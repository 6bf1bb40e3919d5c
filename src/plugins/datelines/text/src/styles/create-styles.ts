import type { DatelineStyle } from './dateline-style';
import { styles } from './styles';

/** Dateline styles by name. */
export interface DatelineStyles {
  /** The style of that name, if there is one. */
  get(name: string): DatelineStyle | undefined;
  /** In the order in which they were added. */
  names(): string[];
  /** Adds a style. Throws where its name is taken or empty. */
  register(style: DatelineStyle): void;
}

/**
 * A registry of dateline styles.
 *
 * @param initial - What it holds from the start. @default the styles of this library
 * @example
 * const house = createStyles();
 * house.register({ ...smn, name: 'house' });
 * formatDateline(dateline, { style: 'house', styles: house });
 */
export function createStyles(initial: readonly DatelineStyle[] = styles): DatelineStyles {
  const byName = new Map<string, DatelineStyle>();
  const register = (style: DatelineStyle): void => {
    if (!style.name) throw new Error('A dateline style needs a name');
    if (byName.has(style.name)) {
      throw new Error(`There is a dateline style "${style.name}" already: register this one under another name`);
    }
    byName.set(style.name, style);
  };
  for (const style of initial) register(style);
  return { get: (name) => byName.get(name), names: () => [...byName.keys()], register };
}
