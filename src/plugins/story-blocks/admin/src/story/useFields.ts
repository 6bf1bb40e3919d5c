import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';

interface Placed {
  name: string;
  label: unknown;
}

const FOCUSABLE = 'input, textarea, button, [contenteditable="true"]';
/** How far above its label the frame of a field may be. */
const STEPS_UP = 4;

/** What Strapi puts behind a label: the mark of a required field, how many entries are linked. */
const plain = (text: string | null) => (text ?? '').trim().replace(/\s*(\*|\(\d+\))\s*$/, '');

/** The input of a field of the edit view; none where the layout leaves the field out. */
function inputOf(field: string, label: string): HTMLElement | null {
  const own = [...document.querySelectorAll('main label')].find(({ textContent }) => plain(textContent) === label);
  const editor = own?.id ? document.querySelector<HTMLElement>(`[aria-labelledby~="${CSS.escape(own.id)}"]`) : null;
  const input = own instanceof HTMLLabelElement && own.htmlFor ? document.getElementById(own.htmlFor) : null;
  const named = document.querySelector<HTMLElement>(`main [name="${CSS.escape(field)}"]`);
  const direct = editor ?? (input?.matches(FOCUSABLE) ? input : named);
  if (direct) return direct;
  let frame = own?.parentElement ?? null;
  for (let step = 0; frame && step < STEPS_UP; step += 1) {
    const found = frame.querySelector<HTMLElement>(FOCUSABLE);
    if (found) return found;
    frame = frame.parentElement;
  }
  return null;
}

/** The fields of the edit view, by what editors call them there. */
export function useFields() {
  const { layout } = useContentManagerContext();
  const panels = (layout.edit.layout ?? []) as unknown as Placed[][][];
  const placed = new Map(panels.flat(2).map(({ name, label }) => [name, String(label ?? name)]));
  return {
    /** `null` where the edit view does not show the field. */
    labelOf: (field: string): string | null => placed.get(field) ?? null,
    focus(field: string): void {
      const input = inputOf(field, placed.get(field) ?? field);
      input?.scrollIntoView({ block: 'center' });
      input?.focus();
    },
  };
}
