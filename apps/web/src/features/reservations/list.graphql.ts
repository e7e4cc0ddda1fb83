import { graphql } from '../../graphql/generated/gql.js';
import type { ReservationRowFragment } from '../../graphql/generated/graphql.js';

/** What a list shows: nothing that the API must compute for each. */
export const RESERVATION_ROW = graphql(/* GraphQL */ `
  fragment ReservationRow on Reservation {
    id
    number
    state
    version
    firstDay
    lastDay
    purpose
    groupSize
    organisation {
      id
      name
    }
    site {
      id
      code
      name
      town
    }
    stays {
      id
      unit {
        id
        code
        serial
        mobility
        model {
          id
          code
          drawing
          name {
            nl
            fr
            en
          }
        }
      }
    }
  }
`);

export const RESERVATIONS = graphql(/* GraphQL */ `
  query Reservations($filter: ReservationFilter, $order: ReservationOrder!, $first: Int!, $after: String) {
    reservations(filter: $filter, order: $order, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReservationRow
        }
      }
    }
  }
`);

export type ReservationRow = ReservationRowFragment;
