import type { LayoutField } from '@wiredesk/newsroom';
import type { AnyConceptKind } from '../newsroom';

/** A block as an editor placed it: its component's fields, relations as document ids. */
export interface LayoutBlock {
  __component: string;
  [setting: string]: unknown;
}

/** The layouts that a section or a site has of its own; empty where it has none. */
export type Layouts = Record<LayoutField, LayoutBlock[]>;

export interface SectionData extends Layouts {
  label: string | null;
  description: string | null;
  siteId: string | null;
  parentId: string | null;
  topicIds: string[];
}
export interface TopicData {
  landingPhrase: string | null;
  landingUrl: string | null;
  siteId: string | null;
}
export interface SiteData extends Layouts {
  url: string | null;
  owner: string | null;
  tagline: string | null;
  language: string | null;
  timezone: string | null;
  datelineStyle: string | null;
  urlPattern: string | null;
}
export interface AuthorData {
  familyName: string | null;
}
export interface PlaceData {
  region: string | null;
  country: string | null;
  timezone: string | null;
  standsAlone: boolean;
  names: { locale: string; city: string; region: string | null }[];
}
export interface SourceData {
  code: string | null;
  kind: 'wire' | 'reports' | 'public-domain' | 'staff' | null;
  rightsLine: string | null;
}
export interface ImageData {
  url: string;
  alternativeText: string | null;
  caption: string | null;
  width: number | null;
  height: number | null;
  formats: Record<string, unknown> | null;
}

export interface ConceptDataByKind {
  section: SectionData;
  topic: TopicData;
  site: SiteData;
  author: AuthorData;
  place: PlaceData;
  source: SourceData;
  image: ImageData;
}
/**
 * What stories point at, as readers get it: "concept" is IPTC's word for the sections, topics, people and places of
 * a newsroom. Cards name concepts by document id; their texts are joined at read, so a rename is seen at once.
 */
export interface Concept<Kind extends AnyConceptKind = AnyConceptKind> {
  kind: Kind;
  documentId: string;
  /** '' where the type is not localized. */
  locale: string;
  name: string;
  slug: string | null;
  position: number | null;
  data: ConceptDataByKind[Kind];
}
