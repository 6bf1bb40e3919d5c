import { useField, useForm } from '@strapi/strapi/admin';
import { useDebounced } from '@wiredesk/strapi-kit/admin';
import * as React from 'react';
import type { Availability, SlugState } from '../../../shared/src/slugs.contract';
import { type SlugEntry, useSlugApi } from './slug.api';
import { useFieldLabel, useSlugEntry } from './useSlugEntry';

/** Long enough to type the next letter. */
const PAUSE_MS = 300;

const asText = (value: unknown) => (typeof value === 'string' ? value : '');

/** How the slug of the entry behaves; asked again after each save. */
function useSlugState(entry: SlugEntry): [SlugState | null, (state: SlugState) => void] {
  const api = useSlugApi();
  const isSubmitting = useForm('SlugInput', ({ isSubmitting }) => isSubmitting);
  const [state, setState] = React.useState<SlugState | null>(null);
  React.useEffect(() => {
    if (isSubmitting) return;
    let isCurrent = true;
    api.state(entry).then(
      (found) => isCurrent && setState(found),
      // A type that gets no slugs, or an entry of somebody else: the field is plain text then.
      () => isCurrent && setState(null)
    );
    return () => {
      isCurrent = false;
    };
  }, [api, entry, isSubmitting]);
  return [state, setState];
}

/** What the headline makes, a pause after it was typed. */
function useMade(entry: SlugEntry, headline: string, isWanted: boolean): string | null {
  const api = useSlugApi();
  const settled = useDebounced(headline.trim(), PAUSE_MS);
  const [made, setMade] = React.useState<{ of: string; slug: string } | null>(null);
  React.useEffect(() => {
    if (!isWanted || !settled) return;
    let isCurrent = true;
    api.make(entry, settled).then(
      (slug) => isCurrent && setMade({ of: settled, slug }),
      // The write makes it all the same.
      () => isCurrent && setMade(null)
    );
    return () => {
      isCurrent = false;
    };
  }, [api, entry, settled, isWanted]);
  return headline.trim() ? (made?.slug ?? null) : '';
}

/** Whether a slug is free, a pause after it was typed. */
function useAvailability(
  entry: SlugEntry,
  slug: string,
  headline: string,
  isWanted: boolean
): Availability | 'failed' | null {
  const api = useSlugApi();
  const settled = useDebounced(slug, PAUSE_MS);
  const of = useDebounced(headline.trim(), PAUSE_MS);
  const [found, setFound] = React.useState<{ of: string; availability: Availability | 'failed' } | null>(null);
  React.useEffect(() => {
    if (!isWanted || !settled) return;
    let isCurrent = true;
    const set = (availability: Availability | 'failed') => isCurrent && setFound({ of: settled, availability });
    api.availability(entry, settled, of).then(set, () => set('failed'));
    return () => {
      isCurrent = false;
    };
  }, [api, entry, settled, of, isWanted]);
  return found && found.of === slug ? found.availability : null;
}

/** Everything behind the slug field. */
export function useSlug(name: string) {
  const api = useSlugApi();
  const entry = useSlugEntry();
  const field = useField<string | null>(name);
  const [state, setState] = useSlugState(entry);
  const headline = asText(
    useForm('SlugInput', ({ values }) => (values as Record<string, unknown>)[state?.sourceField ?? ''])
  );
  const source = useFieldLabel(state?.sourceField ?? '');
  const value = asText(field.value);
  const stored = asText(field.initialValue);
  const isNew = entry.documentId === undefined;
  // `null`: what the entry's state says, as long as nobody touched the field.
  const [wish, setWish] = React.useState<boolean | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save, and another entry or language, begin anew
  React.useEffect(() => setWish(null), [state, entry]);

  const isTouched = value !== stored;
  const follows = state !== null && !state.published && (wish ?? (state.follows && (!isTouched || value === '')));
  const made = useMade(entry, headline, follows);
  const slug = (follows ? (made ?? value) : value).trim();
  // A copy starts with the slug of its original, which is another entry's.
  const changed = isTouched || isNew;
  const availability = useAvailability(entry, slug, headline, state !== null && !follows);

  return {
    error: field.error,
    /** What editors read over the headline or name. */
    source,
    /** As it stands in the input: blanks too, while it is typed. */
    shown: follows ? slug : value,
    situation: {
      slug,
      follows,
      published: state?.published ?? false,
      changed,
      headline: headline.trim(),
      availability,
    },
    /** Whether the plugin knows the type, and the editor may write the entry. */
    isKnown: state !== null,
    mayFollow: state !== null && !state.published,
    type(typed: string) {
      setWish(false);
      field.onChange(name, typed);
    },
    /** Emptied, it is made again by the next save, and follows from then on. Kept, it is what the field shows. */
    async setFollows(next: boolean) {
      setWish(next);
      if (next) {
        field.onChange(name, isNew || state?.follows ? (field.initialValue ?? null) : null);
        return;
      }
      field.onChange(name, slug || null);
      // What stands unchanged in the form says nothing to the server.
      if (!isNew && slug === stored) setState(await api.setFollows(entry, false).catch(() => state as SlugState));
    },
    async regenerate() {
      const next = await api.make(entry, headline.trim()).catch(() => null);
      if (next === null) return;
      setWish(false);
      field.onChange(name, next);
    },
  };
}
