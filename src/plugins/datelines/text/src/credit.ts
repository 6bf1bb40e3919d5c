/**
 * One person in a byline. What is missing, `null` or blank is left out of the text. Either `name` or its parts: what
 * `parseByline` gives is one too.
 */
export interface Credit {
  /** The name as it reads (`Sebastien Berger`, `Kim Jong Un`). */
  name?: string | null;
  givenName?: string | null;
  /** The part of the name that some styles set in capitals (`Berger`, `Kim`). */
  familyName?: string | null;
  /** Whether the family name stands first, where the name is given in parts. */
  familyFirst?: boolean | null;
  /** What follows the name (`Jr.`), where it is given in parts. */
  suffix?: string | null;
  /** Where this person reported from, as it is to be written. */
  location?: string | null;
  /** What this person did (`photos`). */
  role?: string | null;
}
