import type { MouseEvent } from 'react';

const find = (row: Element | null, act: string): HTMLElement | null =>
  row?.querySelector<HTMLElement>(`[data-act="${act}"]:not([aria-disabled="true"], :disabled)`) ?? null;

/**
 * Keeps the place of who works by keyboard, when the button that was pressed goes away or moves: the same button, else
 * the first of `acts` in its row, in the next one, or in the one before.
 *
 * @param acts - Names of buttons (`data-act`), the wanted one first.
 * @param orElse - What is focused where there is none.
 */
export function focusAfter(event: MouseEvent<HTMLElement>, acts: string[], orElse: () => HTMLElement | null): void {
  // A pointer that clicks sets its own focus; pressed by key, the click counts no clicks.
  if (event.detail !== 0) return;
  const row = event.currentTarget.closest('[data-row]');
  const rows = [row, row?.nextElementSibling ?? null, row?.previousElementSibling ?? null];
  requestAnimationFrame(() => {
    for (const candidate of rows) {
      if (!candidate?.isConnected) continue;
      const button = acts.map((act) => find(candidate, act)).find((found) => found !== null);
      if (button) {
        button.focus();
        return;
      }
    }
    orElse()?.focus();
  });
}
