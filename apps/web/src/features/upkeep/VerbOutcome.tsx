import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';

/** Why a write did not happen. */
export function VerbOutcome({ refusal, failed }: { refusal: RefusalParts | null; failed: unknown }) {
  return (
    <>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
    </>
  );
}
