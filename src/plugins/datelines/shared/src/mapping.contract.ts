/** Names of a story type's fields, as `config/newsroom` maps them; `null` where it has none. */
export interface StoryFields {
  datelines: string | null;
  datelineDate: string | null;
  filedAt: string | null;
  source: string | null;
  section: string | null;
  bylineLabel: string | null;
  /** Where it is Strapi's Blocks. */
  body: string | null;
  /** Where credits are a repeatable component. */
  byline: { field: string; author: string; name: string; location: string; role: string } | null;
}

/** `GET /datelines/mapping`: what the admin must know of the newsroom. */
export interface AdminMapping {
  /** The story types that the caller may read. */
  stories: { uid: string; fields: StoryFields }[];
  /** Whether the caller may make places. */
  canCreatePlaces: boolean;
}
