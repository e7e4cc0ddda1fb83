import { useApolloClient } from '@apollo/client/react';
import { useLive } from '../../graphql/live/useLive.js';
import { INBOX, INBOX_ITEM, type InboxItem } from './inbox.graphql.js';

/** More changes at once than this: the list is asked again. */
const FEW = 10;
/** The largest page that the server gives. */
const MOST_AT_ONCE = 100;

/**
 * Keeps an open inbox true while others book and decide. What another decided stays where it is, with its new state, as
 * what one decided oneself does; what is new comes below: nothing moves under the hand that reaches for a button.
 */
export function useLiveInbox(shown: readonly InboxItem[], page: number): void {
  const client = useApolloClient();
  const listed = new Set(shown.map(({ id }) => id));

  /** What waits now: the part that is shown, or as much as the server gives. */
  const askWaiting = async (first: number) =>
    (await client.query({ query: INBOX, variables: { first }, fetchPolicy: 'no-cache' })).data?.reservations.edges ?? [];
  const askAgain = (ids: readonly string[]) =>
    Promise.all(ids.map((id) => client.query({ query: INBOX_ITEM, variables: { id }, fetchPolicy: 'network-only' })));

  /** Puts in what `edges` says of what is listed, and below it what `isNew` tells of the rest. */
  function merge(edges: Awaited<ReturnType<typeof askWaiting>>, isNew: (id: string) => boolean) {
    client.cache.updateQuery({ query: INBOX, variables: { first: page } }, (before) => {
      if (!before) return undefined;
      const told = new Map(edges.map((edge) => [edge.node.id, edge]));
      const there = new Set(before.reservations.edges.map(({ node }) => node.id));
      // Where there is a further page, what is new comes with it, in its place.
      const more = before.reservations.pageInfo.hasNextPage;
      const added = more ? [] : edges.filter(({ node }) => isNew(node.id) && !there.has(node.id));
      const kept = before.reservations.edges.map((edge) => told.get(edge.node.id) ?? edge);
      return { reservations: { ...before.reservations, edges: [...kept, ...added] } };
    });
  }

  useLive({ RESERVATION: 'any' }, async (ids): Promise<void> => {
    if (ids.length === 0 || ids.length > FEW) {
      const first = Math.min(Math.max(page, shown.length), MOST_AT_ONCE);
      const edges = await askWaiting(first);
      const waiting = new Set(edges.map(({ node }) => node.id));
      const decided = shown.filter(({ id, state }) => state === 'SUBMITTED' && !waiting.has(id)).map(({ id }) => id);
      if (decided.length > FEW) {
        // So much went by that it is another list.
        await client.query({ query: INBOX, variables: { first }, fetchPolicy: 'network-only' });
        return;
      }
      await askAgain(decided);
      merge(edges, () => true);
      return;
    }
    await askAgain(ids.filter((id) => listed.has(id)));
    if (ids.every((id) => listed.has(id))) return;
    merge(await askWaiting(MOST_AT_ONCE), (id) => ids.includes(id));
  });
}
