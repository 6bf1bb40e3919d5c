/** One person in a byline. What is missing, `null` or blank is left out of the text. */
export interface Credit {
  /** The name as it reads (`Sebastien Berger`, `Kim Jong Un`). */
  name: string;
  /** The part of `name` that some styles set in capitals (`Berger`, `Kim`). */
  familyName?: string | null;
  /** Where this person reported from, as it is to be written. */
  location?: string | null;
  /** What this person did (`photos`). */
  role?: string | null;
}
