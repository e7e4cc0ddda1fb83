import { graphql } from '../../graphql/generated/gql.js';
import type { LoanConsumablesQuery } from '../../graphql/generated/graphql.js';

export const LOAN_CONSUMABLES = graphql(/* GraphQL */ `
  query LoanConsumables($id: ID!) {
    reservation(id: $id) {
      id
      consumables {
        expected
        used
        unit {
          id
          code
        }
        consumable {
          id
          name {
            nl
            fr
            en
          }
          measure
        }
      }
    }
  }
`);

export const REPORT = graphql(/* GraphQL */ `
  mutation Report(
    $id: ID!
    $version: Int!
    $participants: Int!
    $hoursUsed: Float!
    $groups: [GroupUseInput!]!
    $consumables: [ConsumableUseInput!]!
  ) {
    reportUse(
      id: $id
      version: $version
      participants: $participants
      hoursUsed: $hoursUsed
      groups: $groups
      consumables: $consumables
    ) {
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

export type LoanConsumables = NonNullable<LoanConsumablesQuery['reservation']>['consumables'];
