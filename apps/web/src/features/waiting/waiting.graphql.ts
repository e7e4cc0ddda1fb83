import { graphql } from '../../graphql/generated/gql.js';
import type { WaitingEntriesQuery } from '../../graphql/generated/graphql.js';

export const WAITING_ENTRIES = graphql(/* GraphQL */ `
  query WaitingEntries($everybody: Boolean!) {
    waitingEntries(everybody: $everybody) {
      id
      state
      firstDay
      lastDay
      groupSize
      purpose
      createdAt
      ahead
      answerBefore
      allowedActions
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
      unit {
        id
        code
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
      reservation {
        id
        number
        stays {
          id
          unit {
            id
            code
          }
        }
      }
    }
  }
`);

export const WAIT_FOR = graphql(/* GraphQL */ `
  query WaitFor($code: String!) {
    equipmentUnit(code: $code) {
      id
      code
      mobility
      homeSite {
        id
        code
        name
        town
      }
      model {
        id
        code
        drawing
        unitCount
        waiting
        name {
          nl
          fr
          en
        }
      }
    }
  }
`);

export const JOIN = graphql(/* GraphQL */ `
  mutation JoinWaitingList($input: JoinWaitingListInput!) {
    joinWaitingList(input: $input) {
      __typename
      ... on WaitingEntry {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ACCEPT = graphql(/* GraphQL */ `
  mutation AcceptOffer($id: ID!) {
    acceptOffer(id: $id) {
      __typename
      ... on Reservation {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const DECLINE = graphql(/* GraphQL */ `
  mutation DeclineOffer($id: ID!) {
    declineOffer(id: $id) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const LEAVE = graphql(/* GraphQL */ `
  mutation LeaveWaitingList($id: ID!) {
    leaveWaitingList(id: $id) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type Waiting = WaitingEntriesQuery['waitingEntries'][number];
