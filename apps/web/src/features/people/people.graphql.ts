import { graphql } from '../../graphql/generated/gql.js';

export const SIGN_IN = graphql(/* GraphQL */ `
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      __typename
      ... on Viewer {
        id
        locale
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const REQUEST_PASSWORD_LINK = graphql(/* GraphQL */ `
  mutation RequestPasswordLink($email: String!) {
    requestPasswordLink(email: $email) {
      ok
    }
  }
`);

export const SET_PASSWORD = graphql(/* GraphQL */ `
  mutation SetPassword($token: String!, $password: String!) {
    setPassword(token: $token, password: $password) {
      __typename
      ... on Viewer {
        id
        locale
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const REQUEST_ACCESS = graphql(/* GraphQL */ `
  mutation RequestAccess($input: AccessRequestInput!) {
    requestAccess(input: $input) {
      __typename
      ... on AccessReceived {
        ok
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ACCESS_REQUESTS = graphql(/* GraphQL */ `
  query AccessRequests($state: AccessRequestState) {
    accessRequests(state: $state) {
      id
      organisationName
      organisationKind
      enterpriseNumber
      contactName
      contactEmail
      contactPhone
      street
      postcode
      town
      message
      state
      createdAt
    }
  }
`);

export const DECIDE_ACCESS = graphql(/* GraphQL */ `
  mutation DecideAccess($id: ID!, $accept: Boolean!, $reason: String) {
    decideAccess(id: $id, accept: $accept, reason: $reason) {
      __typename
      ... on AccessRequest {
        id
        state
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);
