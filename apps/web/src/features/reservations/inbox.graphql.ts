import { graphql } from '../../graphql/generated/gql.js';
import type { InboxQuery } from '../../graphql/generated/graphql.js';

export const INBOX = graphql(/* GraphQL */ `
  query Inbox($first: Int!, $after: String) {
    reservations(filter: { toDecide: true }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReservationParts
          conflicts {
            ...ReasonParts
            reservation {
              id
              number
              state
              firstDay
              lastDay
              organisation {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** One of the inbox as it is now, whoever decided on it. */
export const INBOX_ITEM = graphql(/* GraphQL */ `
  query InboxItem($id: ID!) {
    reservation(id: $id) {
      ...ReservationParts
    }
  }
`);

export const CONFIRM = graphql(/* GraphQL */ `
  mutation Confirm($id: ID!, $version: Int!) {
    confirmReservation(id: $id, version: $version) {
      __typename
      ... on Reservation {
        ...ReservationParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const REJECT = graphql(/* GraphQL */ `
  mutation Reject($id: ID!, $version: Int!, $reason: String!) {
    rejectReservation(id: $id, version: $version, reason: $reason) {
      __typename
      ... on Reservation {
        ...ReservationParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type InboxItem = InboxQuery['reservations']['edges'][number]['node'];

export type Conflict = InboxItem['conflicts'][number];
