import { graphql } from '../../graphql/generated/gql.js';
import type { ReservationQuery } from '../../graphql/generated/graphql.js';

export const RESERVATION = graphql(/* GraphQL */ `
  query Reservation($id: ID!) {
    reservation(id: $id) {
      ...ReservationParts
      updatedAt
      cancelledLate
      noShow
      reliability {
        reservations
        cancelledLate
        noShows
      }
      decidedAt
      decidedBy {
        id
        name
      }
      history {
        at
        actorName
        action
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

export const CHANGE = graphql(/* GraphQL */ `
  mutation Change($input: ChangeReservationInput!) {
    changeReservation(input: $input) {
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

export const CANCEL = graphql(/* GraphQL */ `
  mutation Cancel($id: ID!, $version: Int!, $reason: String) {
    cancelReservation(id: $id, version: $version, reason: $reason) {
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

export const NOTE_NO_SHOW = graphql(/* GraphQL */ `
  mutation NoteNoShow($id: ID!, $version: Int!, $noShow: Boolean!) {
    noteNoShow(id: $id, version: $version, noShow: $noShow) {
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

export const REINSTATE = graphql(/* GraphQL */ `
  mutation Reinstate($id: ID!, $version: Int!) {
    reinstateReservation(id: $id, version: $version) {
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

/** Names for the ids in a history. */
export const SITE_NAMES = graphql(/* GraphQL */ `
  query SiteNames {
    sites(first: 100) {
      edges {
        node {
          id
          code
          name
          town
        }
      }
    }
  }
`);

export type ReservationDetail = NonNullable<ReservationQuery['reservation']>;
