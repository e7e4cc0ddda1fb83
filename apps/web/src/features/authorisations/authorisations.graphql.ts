import { graphql } from '../../graphql/generated/gql.js';
import type { AuthorisationsQuery } from '../../graphql/generated/graphql.js';

export const AUTHORISATIONS = graphql(/* GraphQL */ `
  query Authorisations {
    authorisations {
      id
      grantedOn
      validUntil
      note
      person {
        name
        email
        organisation
      }
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
    authorisationRules {
      modelId
      kind
      validMonths
      model {
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
`);

export const MODELS_TO_RULE = graphql(/* GraphQL */ `
  query ModelsToRule {
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
    }
  }
`);

export const SET_RULE = graphql(/* GraphQL */ `
  mutation SetAuthorisationRule($modelId: ID!, $kind: AuthorisationKind, $validMonths: Int) {
    setAuthorisationRule(modelId: $modelId, kind: $kind, validMonths: $validMonths) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const GRANT = graphql(/* GraphQL */ `
  mutation GrantAuthorisation($email: String!, $modelId: ID!, $grantedOn: Date!, $note: String) {
    grantAuthorisation(email: $email, modelId: $modelId, grantedOn: $grantedOn, note: $note) {
      __typename
      ... on Authorisation {
        id
        person {
          name
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const REVOKE = graphql(/* GraphQL */ `
  mutation RevokeAuthorisation($id: ID!) {
    revokeAuthorisation(id: $id) {
      __typename
      ... on Authorisation {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type Held = AuthorisationsQuery['authorisations'][number];
export type Rule = AuthorisationsQuery['authorisationRules'][number];
