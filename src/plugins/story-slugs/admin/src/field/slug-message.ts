import type { Availability } from '../../../shared/src/slugs.contract';
import type { TextId } from '../texts';

/** What is known of the slug in the field. */
export interface SlugSituation {
  /** As it stands in the field, without blanks at its ends. */
  slug: string;
  /** Whether it is made of the headline as that is typed. */
  follows: boolean;
  published: boolean;
  /** Whether it differs from what is stored. */
  changed: boolean;
  headline: string;
  /** What is known of this very slug: `null` until the answer comes, `failed` where it could not be found out. */
  availability: Availability | 'failed' | null;
}

export interface SlugMessage {
  text: TextId;
  values?: { title: string } | { character: string };
  tone: 'neutral' | 'success' | 'danger';
  /** A free slug to offer instead. */
  suggestion?: string;
}

const neutral = (text: TextId): SlugMessage => ({ text, tone: 'neutral' });

/** What the field says under the slug. */
export function slugMessage(situation: SlugSituation): SlugMessage {
  const { slug, follows, published, changed, headline, availability } = situation;
  if (follows) return neutral(headline ? 'field.following' : 'field.waiting');
  if (!slug) return neutral('field.emptied');
  if (availability !== null && availability !== 'failed' && !availability.available) return unfit(availability);
  if (!changed) return neutral(published ? 'field.published' : 'field.chosen');
  if (availability === 'failed') return neutral('field.failed');
  return availability === null ? neutral('field.checking') : { text: 'field.free', tone: 'success' };
}

/** Holds for stored slugs too: they may be older than the plugin. */
function unfit({ fault, alike, former, takenBy, suggestion }: Availability): SlugMessage {
  const offer = suggestion ? { tone: 'danger' as const, suggestion } : { tone: 'danger' as const };
  if (fault) {
    return { text: `field.fault.${fault.reason}`, values: { character: fault.character ?? '' }, ...offer };
  }
  const text = alike ? 'field.alike' : former ? 'field.former' : 'field.taken';
  return takenBy ? { text, values: { title: takenBy }, ...offer } : { text: `${text}.unnamed`, ...offer };
}
