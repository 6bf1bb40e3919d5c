/** What wires put before a dateline: stars, slugs of repeats, the agency's own name, a stray letter. */
const JUNK =
  /^(?![\s]*['’][sS]-)[\s*•=_>~`'"“‘-]*(?:(?:RPT|REPEAT|CORRECTED|CORRECTION|UPDATE ?\d?|ADV|EDS?)\b[\s:*-]*|(?:REUTERS?|AFP|UPI)\s+(?=\p{Lu}{3})|\p{Ll}\s{2,})?[\s*•=_>~-]*/u;

/** How much of a line stands before its dateline. */
export const junkBefore = (line: string): number => JUNK.exec(line)?.[0].length ?? 0;
