import { useMemo } from 'react';
import type { DeskWill } from '../../../shared/src/desk-related.contract';
import { refusalOf } from '../access/refusal';
import type { Remote } from '../curation/curation';
import { useCuration } from '../curation/useCuration';
import { type RelatedApi, standingWill, useRelatedApi } from './related.api';
import {
  applyChange,
  inverseOf,
  NO_WISHES,
  type StandingWishes,
  type Step,
  toSetWill,
  WILL_RULES,
  wishesOf,
} from './will-changes';

/** What a will for all of a story's languages is read and written under. */
const ALL_LOCALES = '*';

interface Host {
  documentId: string | undefined;
  locale: string | null;
}

/** One step a request: those for all languages are written to another will. */
function remoteOf(
  api: RelatedApi,
  { documentId, locale }: Host,
  reload: () => Promise<void>
): Remote<StandingWishes, Step> {
  const id = documentId ?? '';
  return {
    async save(standing, [step]) {
      if (step.scope === 'here') {
        const saved = await api.setWill(id, locale, toSetWill(applyChange(standing, step.change)));
        return { count: 1, standing: wishesOf(saved) };
      }
      const all = wishesOf(await api.will(id, ALL_LOCALES));
      await api.setWill(id, ALL_LOCALES, toSetWill(applyChange(all, step.change)));
      const back = inverseOf(all, step.change);
      return { count: 1, standing, undo: back && { ...step, change: back } };
    },
    async afterRefusal(error, standing, [step]) {
      const theirs = standingWill(error);
      // What stands, with its headlines.
      await reload();
      return { standing: theirs && step.scope === 'here' ? wishesOf(theirs) : standing, isConflict: theirs !== null };
    },
    atRest: () => void reload(),
  };
}

/**
 * What an editor wants of a story's links, seen as changed at once and written one change after the other. What is refused
 * is taken back; what somebody else was faster with is kept, to be done to what stands now.
 *
 * @param reload - Has the server's answer read again.
 */
export function useWill(host: Host, will: DeskWill | null, reload: () => Promise<void>) {
  const api = useRelatedApi();
  const read = useMemo(() => will && wishesOf(will), [will]);
  const { wanted, performed, undo, problem, lost, curation } = useCuration(
    WILL_RULES,
    remoteOf(api, host, reload),
    read
  );
  return {
    wishes: wanted ?? NO_WISHES,
    /** What was done last. */
    done: performed,
    canUndo: undo.length > 0,
    /** Why the last change was refused; an empty text where the server did not say. */
    failure: problem?.kind === 'failed' ? (refusalOf(problem.error)?.message ?? '') : null,
    lost,
    run: (step: Step) => curation.perform(step),
    undo: curation.undo,
    again: curation.again,
    drop: curation.dismiss,
  };
}

export type WillState = ReturnType<typeof useWill>;
