import { useSyncExternalStore } from 'react';
import type { DeskStory } from '../../../shared/src/desk-story.contract';

/** The story that is open: asked for by the panel, shown by the publish button too. */
let open: DeskStory | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Tells who shows it what is known of the open story; `null` where none is open. */
export function showStory(story: DeskStory | null): void {
  open = story;
  for (const listener of listeners) listener();
}

export const useOpenStory = (): DeskStory | null => useSyncExternalStore(subscribe, () => open);
