import { useCallback, useEffect, useRef } from 'react';
import type { Board } from '../../../shared/src/board.contract';

/** A button of a story, by its `data-action` within what has the story's `data-story`. */
interface Target {
  documentId: string;
  action: string;
}
export type KeepFocus = (target: Target) => void;

/**
 * Keeps the keyboard where it was while stories move: a story that moves takes its focus along, and one that leaves gives
 * it to the board.
 */
export function useFocusAfter(board: Board | null): KeepFocus {
  const target = useRef<Target | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever stories have moved
  useEffect(() => {
    const wanted = target.current;
    if (!wanted) return;
    const active = document.activeElement;
    // Whoever went on to something else meanwhile stays there.
    if (
      active &&
      active !== document.body &&
      active.closest('[data-story]')?.getAttribute('data-story') !== wanted.documentId
    ) {
      target.current = null;
      return;
    }
    const story = document.querySelector(`[data-story="${CSS.escape(wanted.documentId)}"]`);
    const button = story?.querySelector(`[data-action="${wanted.action}"]:not(:disabled)`);
    const place =
      button ?? story?.querySelector('[data-action]:not(:disabled)') ?? document.querySelector('[data-board-status]');
    if (place instanceof HTMLElement && place !== active) place.focus();
  }, [board]);
  return useCallback((next) => {
    target.current = next;
  }, []);
}
