import { graphql } from '../../graphql/generated/gql.js';
import type { RoundQuery } from '../../graphql/generated/graphql.js';

export const ROUNDS = graphql(/* GraphQL */ `
  query Rounds {
    rounds {
      id
      name
      state
      opensOn
      closesOn
      firstDay
      lastDay
      requestCount
      models {
        id
        name {
          nl
          fr
          en
        }
      }
    }
  }
`);

export const ROUND = graphql(/* GraphQL */ `
  query Round($id: ID!) {
    round(id: $id) {
      id
      name
      state
      version
      mayPlan
      opensOn
      closesOn
      firstDay
      lastDay
      capPlacements
      capDays
      weightServed
      weightAccess
      weightGroup
      seed
      allocatedAt
      publishedAt
      requestCount
      models {
        id
        name {
          nl
          fr
          en
        }
      }
      fairness {
        evenness
        byOrganisation {
          key
          label
          asked
          placed
          daysAsked
          daysPlaced
        }
        byArea {
          key
          label
          asked
          placed
          daysAsked
          daysPlaced
        }
      }
      placements {
        kind
        firstDay
        lastDay
        preferred
        pinned
        extraKm
        cap
        limit
        outcome
        refusalCodes
        rivalCount
        worth {
          base
          served
          access
          group
          total
        }
        unit {
          id
          code
        }
        rivals {
          id
          number
          organisation {
            id
            name
          }
        }
        obstacles {
          times
          reason {
            ...ReasonParts
          }
        }
        request {
          id
          number
          course
          days
          earliestDay
          latestDay
          groupSize
          organisation {
            id
            name
          }
          site {
            id
            name
            town
          }
          reservation {
            id
            number
          }
          model {
            id
            name {
              nl
              fr
              en
            }
          }
          domain {
            nl
            fr
            en
          }
        }
      }
    }
  }
`);

export const ROUND_MODELS = graphql(/* GraphQL */ `
  query RoundModels {
    catalogue(first: 100, filter: { mobility: MOBILE }) {
      edges {
        node {
          id
          code
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

export const PLAN_ROUND = graphql(/* GraphQL */ `
  mutation PlanRound($input: PlanRoundInput!) {
    planRound(input: $input) {
      __typename
      ... on RequestRound {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CLOSE_ROUND = graphql(/* GraphQL */ `
  mutation CloseRound($id: ID!, $version: Int!) {
    closeRound(id: $id, version: $version) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CANCEL_ROUND = graphql(/* GraphQL */ `
  mutation CancelRound($id: ID!, $version: Int!) {
    cancelRound(id: $id, version: $version) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ALLOCATE_ROUND = graphql(/* GraphQL */ `
  mutation AllocateRound($id: ID!, $version: Int!, $seed: Int) {
    allocateRound(id: $id, version: $version, seed: $seed) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ADJUST_ROUND = graphql(/* GraphQL */ `
  mutation AdjustRound($input: AdjustRoundInput!) {
    adjustRound(input: $input) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const PUBLISH_ROUND = graphql(/* GraphQL */ `
  mutation PublishRound($idempotencyKey: String!, $id: ID!, $version: Int!) {
    publishRound(idempotencyKey: $idempotencyKey, id: $id, version: $version) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type AnyRound = NonNullable<RoundQuery['round']>;
export type Placement = AnyRound['placements'][number];
export type Share = NonNullable<AnyRound['fairness']>['byArea'][number];
