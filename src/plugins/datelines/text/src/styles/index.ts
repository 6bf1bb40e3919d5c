export { ap } from './ap';
export { createStyles, type DatelineStyles } from './create-styles';
export type {
  DatelineDateForm,
  DatelineForm,
  DatelinePart,
  DatelineStyle,
  DatelineVariant,
} from './dateline-style';
export { kyodo, reutersAr, reutersJa, yonhap } from './eastern';
export { datelineRunsIn, type FormatOptions, findStyle } from './find-style';
export { smn } from './smn';
export { styles } from './styles';
export { afp, ansa, dpa, efe, reuters, tass, upi, xinhua } from './western';
