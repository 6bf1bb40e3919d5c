/** One person of a byline, as it names them. */
export interface ParsedCredit {
  /** The whole name, where it has but one part or is written without blanks (`白瀛`). */
  name?: string;
  givenName?: string;
  /** Out of capitals, where it was set in them. */
  familyName?: string;
  /** Whether the family name stands first (`KIM Jong Un`). */
  familyFirst?: boolean;
  /** What follows the name: `Jr.`, degrees and honours (`PhD`, `OBE`). */
  suffix?: string;
  /** Where this person reported from. */
  location?: string;
  /** What this person did or is (`Reporting`, `photos`, `UPI Correspondent`). */
  role?: string;
  /** What they wrote it for (`Spacedaily Magazine`). */
  publication?: string;
}

/** What a byline says. */
export interface ParsedByline {
  credits: ParsedCredit[];
  /** Whether family names are set in capitals. */
  familyNameCaps?: boolean;
  /** What stands for nobody in particular: `Staff Writers`. */
  label?: string;
  /** The agency whose staff it is. */
  source?: string;
}
