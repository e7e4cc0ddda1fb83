import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { FollowKind } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { END_FOLLOW, FOLLOW, FOLLOWS } from './follow.graphql.js';

type Wish = { kind: FollowKind; subjectId: string; siteId: string; km: number };

/** Starts and ends following; each gives whether it was done, and keeps what stood in the way. */
export function useFollow() {
  const after = { refetchQueries: [FOLLOWS], awaitRefetchQueries: true };
  const [start, { loading: starting }] = useMutation(FOLLOW, after);
  const [stop, { loading: stopping }] = useMutation(END_FOLLOW, after);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function attempt(write: () => Promise<{ __typename: string }>): Promise<boolean> {
    setRefusal(null);
    setFailed(null);
    try {
      const result = await write();
      if (result.__typename !== 'Refusal') return true;
      setRefusal(result as unknown as RefusalParts);
    } catch (thrown) {
      setFailed(thrown);
    }
    return false;
  }
  return {
    busy: starting || stopping,
    refusal,
    failed,
    follow: (wish: Wish) => attempt(async () => (await start({ variables: wish })).data!.followEquipment),
    end: (id: string) => attempt(async () => (await stop({ variables: { id } })).data!.endFollow),
  };
}
