import type { DeskStory, StoryPreview } from '../../../shared/src/desk-story.contract';
import { createRequest } from '../data/request';

/** Long enough that a word is not asked for letter by letter. */
export const TYPING_MS = 600;

type Ask = (form: StoryPreview) => Promise<DeskStory>;

/** The form of the story that is open. */
export interface FormQuestion {
  /** Story and language: of another one nothing is known, so that it is asked for at once. */
  place: string;
  /** The form, as JSON. */
  form: string;
  ask: Ask;
}

/**
 * The form of a story that is open in the edit view: asked for once a pause, whatever panels show of the answer. All of
 * them write the same question; what they have in common is asked for together.
 */
export function createOpenForm() {
  const asking = createRequest<DeskStory>();
  let readers = 0;
  let question: FormQuestion | null = null;
  /** Names the list of links that is wanted, such as its version; null for none. */
  let links: string | null = null;
  let lastPlace: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function send(): void {
    if (!question) return;
    const { place, form, ask } = question;
    lastPlace = place;
    const include: StoryPreview['include'] = links === null ? [] : ['related'];
    void asking.ask(() => ask({ ...(JSON.parse(form) as StoryPreview), include }));
  }
  function schedule(delay = question?.place === lastPlace ? TYPING_MS : 0): void {
    clearTimeout(timer);
    asking.renew();
    timer = setTimeout(send, delay);
  }

  return {
    state: asking.state,
    subscribe: asking.subscribe,
    write(next: FormQuestion): void {
      const isNew = next.place !== question?.place || next.form !== question?.form;
      question = next;
      if (isNew) schedule();
    },
    /** Has the links answered too, until they are not wanted any more. */
    wantLinks(next: string | null): void {
      const isNew = next !== null && next !== links;
      links = next;
      if (isNew && question) schedule();
    },
    /** Asks at once, such as after a hold. */
    askAgain: () => schedule(0),
    /** @returns Closes it. With the last one that reads it, the form is forgotten. */
    open(): () => void {
      readers += 1;
      return () => {
        readers -= 1;
        if (readers > 0) return;
        clearTimeout(timer);
        question = null;
        links = null;
        lastPlace = null;
        asking.reset();
      };
    },
  };
}
