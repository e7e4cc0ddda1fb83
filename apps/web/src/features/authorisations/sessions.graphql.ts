import { graphql } from '../../graphql/generated/gql.js';
import type { AuthorisationSessionsQuery } from '../../graphql/generated/graphql.js';

export const SESSIONS = graphql(/* GraphQL */ `
  query AuthorisationSessions {
    authorisationSessions {
      id
      day
      fromTime
      toTime
      trainer
      places
      taken
      state
      reason
      mine
      siteName
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
      participants {
        personId
        name
        organisation
        state
      }
    }
  }
`);

export const SESSION_SITES = graphql(/* GraphQL */ `
  query SessionSites {
    sites(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const PLAN_SESSION = graphql(/* GraphQL */ `
  mutation PlanSession($input: PlanSessionInput!) {
    planSession(input: $input) {
      __typename
      ... on AuthorisationSession {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const JOIN_SESSION = graphql(/* GraphQL */ `
  mutation JoinSession($id: ID!) {
    joinSession(id: $id) {
      __typename
      ... on AuthorisationSession {
        id
        mine
        taken
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const LEAVE_SESSION = graphql(/* GraphQL */ `
  mutation LeaveSession($id: ID!) {
    leaveSession(id: $id) {
      __typename
      ... on AuthorisationSession {
        id
        mine
        taken
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CANCEL_SESSION = graphql(/* GraphQL */ `
  mutation CancelSession($id: ID!, $reason: String) {
    cancelSession(id: $id, reason: $reason) {
      __typename
      ... on AuthorisationSession {
        id
        state
        reason
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const NOTE_ATTENDANCE = graphql(/* GraphQL */ `
  mutation NoteAttendance($id: ID!, $personId: ID!, $attended: Boolean!) {
    noteAttendance(id: $id, personId: $personId, attended: $attended) {
      __typename
      ... on AuthorisationSession {
        id
        participants {
          personId
          state
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type Session = AuthorisationSessionsQuery['authorisationSessions'][number];
