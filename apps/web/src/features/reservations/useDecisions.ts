import { useCallback, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { InboxItem } from './inbox.graphql.js';
import { useWrites } from './useWrites.js';

export type Outcome = {
  id: string;
  number: string;
  how: 'confirmed' | 'rejected' | 'refused' | 'failed';
  refusal: RefusalParts | null;
};
export type Progress = { done: number; of: number };

/** Decides one after the other, each for itself: one that is refused does not stop the rest. */
export function useDecisions() {
  const writes = useWrites();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());

  const decide = useCallback(
    async (items: readonly InboxItem[], reason: string | null) => {
      setBusy(new Set(items.map(({ id }) => id)));
      setOutcomes([]);
      for (const [at, item] of items.entries()) {
        setProgress({ done: at, of: items.length });
        const outcome = await one(item);
        setOutcomes((before) => [...before, outcome]);
        setBusy((before) => new Set([...before].filter((id) => id !== item.id)));
      }
      setProgress(null);

      async function one({ id, version, number }: InboxItem): Promise<Outcome> {
        try {
          const result = reason === null ? await writes.confirm({ id, version }) : await writes.reject({ id, version }, reason);
          if (result.__typename === 'Refusal') return { id, number, how: 'refused', refusal: result };
          return { id, number, how: reason === null ? 'confirmed' : 'rejected', refusal: null };
        } catch {
          return { id, number, how: 'failed', refusal: null };
        }
      }
    },
    [writes],
  );
  return { decide, outcomes, progress, busy };
}
