import { graphql } from '../../graphql/generated/gql.js';
import type { LegsQuery } from '../../graphql/generated/graphql.js';

export const LEG_PARTS = graphql(/* GraphQL */ `
  fragment LegParts on Leg {
    id
    version
    pickUpAfter
    deliverBefore
    carriage
    arrived
    travel {
      km
      minutes
      estimated
    }
    fromSite {
      id
      name
      town
    }
    toSite {
      id
      name
      town
    }
    reservation {
      id
      number
      state
    }
    unit {
      id
      code
      model {
        id
        name {
          nl
          fr
          en
        }
        volumeM3 {
          value
        }
        massKg {
          value
        }
      }
    }
  }
`);

export const LEGS = graphql(/* GraphQL */ `
  query Legs($from: Date!, $to: Date!, $carriage: Carriage, $first: Int!) {
    legs(from: $from, to: $to, carriage: $carriage, first: $first) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...LegParts
        }
      }
    }
  }
`);

export const CHOOSE_CARRIAGE = graphql(/* GraphQL */ `
  mutation ChooseCarriage($id: ID!, $version: Int!, $carriage: Carriage!) {
    chooseCarriage(id: $id, version: $version, carriage: $carriage) {
      __typename
      ... on Leg {
        ...LegParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type LegRow = LegsQuery['legs']['edges'][number]['node'];
export const CARRIAGES = ['VAN', 'FETCHED', 'BROUGHT'] as const;
