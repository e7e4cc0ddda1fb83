import { graphql } from '../../graphql/generated/gql.js';
import type { PlanQuery } from '../../graphql/generated/graphql.js';

export const PLANS = graphql(/* GraphQL */ `
  query Plans {
    plans {
      id
      kind
      state
      firstDay
      lastDay
      createdAt
      createdByName
      unit {
        id
        code
      }
      site {
        id
        name
      }
      proposal {
        id
        dismissedAt
        figures {
          served
          asked
          km
        }
      }
    }
  }
`);

export const PLAN = graphql(/* GraphQL */ `
  query Plan($id: ID!) {
    plan(id: $id) {
      id
      kind
      state
      firstDay
      lastDay
      seconds
      seed
      stopAsked
      createdAt
      startedAt
      createdByName
      unit {
        id
        code
      }
      site {
        id
        name
      }
      weights {
        fairness
        access
        groups
        distance
        idle
      }
      progress {
        served
        asked
        km
        elapsed
        better
      }
      proposal {
        id
        version
        dismissedAt
        figures {
          served
          asked
          km
          hours
          cents
          co2Kg
        }
        items {
          id
          position
          kind
          state
          firstDay
          lastDay
          refusalCodes
          unit {
            id
            code
          }
          site {
            id
            name
            town
          }
          before {
            firstDay
            lastDay
            unit {
              id
              code
            }
          }
          figures {
            km
            hours
            cents
            co2Kg
          }
          trip {
            driverName
            helperName
            vehicle {
              id
              name
            }
            legs {
              id
              unit {
                id
                code
              }
              fromSite {
                id
                name
              }
              toSite {
                id
                name
              }
            }
          }
          request {
            id
            number
            course
            groupSize
            organisation {
              id
              name
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
          reservation {
            id
            number
            purpose
            organisation {
              id
              name
            }
          }
        }
        leftOut {
          nearestDay
          daysOff
          nearestUnit {
            id
            code
          }
          reason {
            ...ReasonParts
          }
          rivals {
            id
            number
            organisation {
              id
              name
            }
          }
          request {
            id
            number
            course
            earliestDay
            latestDay
            days
            organisation {
              id
              name
            }
          }
          reservation {
            id
            number
            organisation {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const START_PLAN = graphql(/* GraphQL */ `
  mutation StartPlan($input: StartPlanInput!) {
    startPlan(input: $input) {
      __typename
      ... on PlanJob {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const STOP_PLAN = graphql(/* GraphQL */ `
  mutation StopPlan($id: ID!) {
    stopPlan(id: $id) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ACCEPT_PROPOSAL = graphql(/* GraphQL */ `
  mutation AcceptProposal($input: AcceptProposalInput!) {
    acceptProposal(input: $input) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const DISMISS_PROPOSAL = graphql(/* GraphQL */ `
  mutation DismissProposal($id: ID!, $version: Int!) {
    dismissProposal(id: $id, version: $version) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

/** Kits of which the bookings can be repaired. */
export const PLAN_UNITS = graphql(/* GraphQL */ `
  query PlanUnits {
    catalogue(first: 100, filter: { mobility: MOBILE }) {
      edges {
        node {
          id
          name {
            nl
            fr
            en
          }
          units {
            id
            code
          }
        }
      }
    }
  }
`);

export type AnyPlan = NonNullable<PlanQuery['plan']>;
export type AnyProposal = NonNullable<AnyPlan['proposal']>;
export type ProposalPart = AnyProposal['items'][number];
export type NotPlaced = AnyProposal['leftOut'][number];
