export type { Credit } from './credit';
export type { Dateline, DatelinePlace, LocalizedPlaceName } from './dateline';
export { formatByline } from './format-byline';
export { formatDateline } from './format-dateline';
export { localDate } from './local-date';
export {
  ap,
  createStyles,
  type DatelineDateForm,
  type DatelinePart,
  type DatelineStyle,
  type DatelineStyles,
  type FormatOptions,
  smn,
  styles,
} from './styles';
