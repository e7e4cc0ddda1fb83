import { useCallback, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';

type Answer = { __typename?: string };

/** Runs one write at a time: says that it is busy, and keeps the refusal or the failure to show. */
export function useVerb() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  /** Gives what was done, or null when it was refused or failed. */
  const run = useCallback(async <T extends Answer>(write: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setRefusal(null);
    setFailed(null);
    try {
      const result = await write();
      if (result.__typename !== 'Refusal') return result;
      setRefusal(result as unknown as RefusalParts);
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
    return null;
  }, []);
  return { busy, refusal, failed, run };
}
