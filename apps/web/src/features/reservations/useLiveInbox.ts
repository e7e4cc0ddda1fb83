import { useApolloClient } from '@apollo/client/react';
import { useLive } from '../../graphql/live/useLive.js';
import { INBOX, INBOX_ITEM, type InboxItem } from './inbox.graphql.js';

/** More changes at once than this: the whole list is asked again. */
const FEW = 10;
/** The largest page that the server gives. */
const MOST_AT_ONCE = 100;

/**
 * Keeps an open inbox true while others book and decide. What another decided stays where it is, with its new state, as
 * what one decided oneself does; what is new comes below: nothing moves under the hand that reaches for a button.
 */
export function useLiveInbox(shown: readonly InboxItem[], page: number): void {
  const client = useApolloClient();
  const first = Math.min(Math.max(page, shown.length), MOST_AT_ONCE);
  useLive({ RESERVATION: 'any' }, async (ids): Promise<void> => {
    if (ids.length === 0 || ids.length > FEW) {
      await client.query({ query: INBOX, variables: { first }, fetchPolicy: 'network-only' });
      return;
    }
    const listed = new Set(shown.map(({ id }) => id));
    await Promise.all(
      ids
        .filter((id) => listed.has(id))
        .map((id) => client.query({ query: INBOX_ITEM, variables: { id }, fetchPolicy: 'network-only' })),
    );
    if (ids.every((id) => listed.has(id))) return;
    const { data } = await client.query({ query: INBOX, variables: { first: MOST_AT_ONCE }, fetchPolicy: 'no-cache' });
    client.cache.updateQuery({ query: INBOX, variables: { first: page } }, (before) => {
      // Where there is a further page, what is new comes with it, in its place.
      if (!before || !data || before.reservations.pageInfo.hasNextPage) return undefined;
      const there = new Set(before.reservations.edges.map(({ node }) => node.id));
      const added = data.reservations.edges.filter(({ node }) => ids.includes(node.id) && !there.has(node.id));
      if (added.length === 0) return undefined;
      return { reservations: { ...before.reservations, edges: [...before.reservations.edges, ...added] } };
    });
  });
}
