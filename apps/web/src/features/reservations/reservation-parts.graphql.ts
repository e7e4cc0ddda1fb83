import { graphql } from '../../graphql/generated/gql.js';
import type { ReservationPartsFragment } from '../../graphql/generated/graphql.js';

export const RESERVATION_PARTS = graphql(/* GraphQL */ `
  fragment ReservationParts on Reservation {
    id
    number
    state
    version
    firstDay
    lastDay
    holdExpiresAt
    purpose
    groupSize
    contactName
    contactPhone
    remark
    overrideReason
    decisionReason
    participants
    hoursUsed
    extraKm
    createdAt
    allowedActions
    organisation {
      id
      name
    }
    requester {
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
    warnings {
      ...ReasonParts
    }
  }
`);

export type ReservationView = ReservationPartsFragment;
