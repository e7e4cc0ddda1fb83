import { useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';

/** Runs one write at a time and keeps what stood in its way; gives whether it was done. */
export function useWrite() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function write(run: () => Promise<{ __typename: string }>): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    setFailed(null);
    try {
      const result = await run();
      if (result.__typename !== 'Refusal') return true;
      setRefusal(result as unknown as RefusalParts);
    } catch (thrown) {
      setFailed(thrown);
    } finally {
      setBusy(false);
    }
    return false;
  }
  return { busy, refusal, failed, write };
}
