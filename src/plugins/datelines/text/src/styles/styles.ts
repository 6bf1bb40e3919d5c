import { ap } from './ap';
import type { DatelineStyle } from './dateline-style';
import { kyodo, reutersAr, reutersJa, yonhap } from './eastern';
import { smn } from './smn';
import { afp, ansa, dpa, efe, reuters, tass, upi, xinhua } from './western';

/** The styles that come with the library. */
export const styles: readonly DatelineStyle[] = [
  ap,
  afp,
  reuters,
  upi,
  smn,
  dpa,
  efe,
  ansa,
  tass,
  xinhua,
  yonhap,
  kyodo,
  reutersJa,
  reutersAr,
];
