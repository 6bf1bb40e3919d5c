export { ap } from './ap';
export { createStyles, type DatelineStyles } from './create-styles';
export type { DatelineDateForm, DatelinePart, DatelineStyle } from './dateline-style';
export { type FormatOptions, findStyle } from './find-style';
export { smn } from './smn';
export { styles } from './styles';
