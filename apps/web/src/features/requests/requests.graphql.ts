import { graphql } from '../../graphql/generated/gql.js';
import type { PlaceOptionsQuery, RequestsQuery } from '../../graphql/generated/graphql.js';

export const REQUESTS = graphql(/* GraphQL */ `
  query Requests($filter: RequestFilter!, $after: String) {
    requests(filter: $filter, first: 25, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          version
          state
          earliestDay
          latestDay
          days
          groupSize
          targetGroup
          sme
          course
          remark
          decisionReason
          createdAt
          allowedActions
          preferred {
            firstDay
            lastDay
          }
          model {
            id
            drawing
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
          site {
            id
            name
            town
          }
          organisation {
            id
            name
          }
          requester {
            id
            name
          }
          reservation {
            id
            number
            firstDay
            lastDay
          }
        }
      }
    }
  }
`);

export const WISHES = graphql(/* GraphQL */ `
  query Wishes {
    catalogue(first: 100) {
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
      facets {
        domains {
          value
          label {
            nl
            fr
            en
          }
        }
      }
    }
  }
`);

export const SUBMIT = graphql(/* GraphQL */ `
  mutation SubmitRequest($input: SubmitRequestInput!) {
    submitRequest(input: $input) {
      __typename
      ... on Request {
        id
        number
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const WITHDRAW = graphql(/* GraphQL */ `
  mutation WithdrawRequest($id: ID!, $version: Int!) {
    withdrawRequest(id: $id, version: $version) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const REFUSE = graphql(/* GraphQL */ `
  mutation RefuseRequest($id: ID!, $version: Int!, $reason: String!) {
    refuseRequest(id: $id, version: $version, reason: $reason) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const PLACE = graphql(/* GraphQL */ `
  mutation PlaceRequest($input: PlaceRequestInput!) {
    placeRequest(input: $input) {
      __typename
      ... on Request {
        id
        reservation {
          id
          number
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const PLACE_OPTIONS = graphql(/* GraphQL */ `
  query PlaceOptions($id: ID!) {
    placeOptions(id: $id) {
      count
      options {
        firstDay
        lastDay
        extraKm
        preferred
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
          }
        }
        site {
          id
          name
          town
        }
      }
      obstacles {
        times
        reason {
          ...ReasonParts
        }
      }
    }
  }
`);

export type AnyRequest = RequestsQuery['requests']['edges'][number]['node'];
export type Option = NonNullable<PlaceOptionsQuery['placeOptions']>['options'][number];
