import { useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';

type Answer = { __typename: string } | ({ __typename: 'Refusal' } & RefusalParts) | null | undefined;

/** Runs one verb at a time, and keeps what was refused or went wrong for the screen. */
export function useTripVerb() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  /** Whether it was done. */
  async function run(verb: () => Promise<Answer>): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    setFailed(null);
    try {
      const result = await verb();
      if (result?.__typename === 'Refusal') setRefusal(result as RefusalParts);
      return result?.__typename !== 'Refusal';
    } catch (error) {
      setFailed(error);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, refusal, failed, run };
}
