export { checkStory } from './check/check-story';
export type {
  CheckedCredit,
  CheckedPlace,
  CheckedStory,
  CheckOptions,
  Finding,
  FindingCode,
} from './check/finding';
export type { Credit } from './credit';
export type { Dateline, DatelinePlace, LocalizedPlaceName } from './dateline';
export { foldName } from './fold-name';
export { formatByline } from './format-byline';
export { formatDateline } from './format-dateline';
export { type LeadingOptions, leadingDateline, type NamedPlace } from './leading-dateline';
export { localDate } from './local-date';
export { type ParseBylineOptions, parseByline } from './parse-byline';
export { type ParseOptions, parseDateline } from './parse-dateline';
export type { ParsedByline, ParsedCredit } from './parsed-byline';
export type { ParsedDateline, ParsedPlace } from './parsed-dateline';
export type { IsPlace } from './read/known-place';
export type { Slip } from './read/slips';
export { type SplitText, splitDateline } from './split-dateline';
export {
  afp,
  ansa,
  ap,
  createStyles,
  type DatelineDateForm,
  type DatelineForm,
  type DatelinePart,
  type DatelineStyle,
  type DatelineStyles,
  type DatelineVariant,
  datelineRunsIn,
  dpa,
  efe,
  type FormatOptions,
  kyodo,
  reuters,
  reutersAr,
  reutersJa,
  smn,
  styles,
  tass,
  upi,
  xinhua,
  yonhap,
} from './styles';
