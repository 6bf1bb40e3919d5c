import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createCuration, type Remote } from './curation';
import { type Rules, wanted } from './queue';

/**
 * A document that changes at once on the screen and is saved behind the editor's back.
 *
 * @param rules - Must stay the same.
 * @param read - The document as it was read last; null before.
 */
export function useCuration<Doc, Change>(rules: Rules<Doc, Change>, remote: Remote<Doc, Change>, read: Doc | null) {
  const latest = useRef(remote);
  latest.current = remote;
  const [curation] = useState(() => createCuration(rules, () => latest.current));
  useEffect(() => curation.receive(read), [curation, read]);
  const queue = useSyncExternalStore(curation.subscribe, curation.state);
  return { ...queue, wanted: wanted(rules, queue), curation };
}
