import { graphql } from '../../graphql/generated/gql.js';

export const OPERATION_SETTINGS = graphql(/* GraphQL */ `
  query OperationSettings {
    operationSettings {
      version
      values {
        field
        value
        fallback
      }
    }
  }
`);

export const SAVE_SETTINGS = graphql(/* GraphQL */ `
  mutation SaveSettings($version: Int!, $values: [RecordValueInput!]!) {
    saveSettings(version: $version, values: $values) {
      __typename
      ... on OperationSettings {
        version
        values {
          field
          value
          fallback
        }
      }
      ... on WrongRecord {
        wrong {
          field
          problem
          detail
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const TRAVEL_STATE = graphql(/* GraphQL */ `
  query TravelState {
    travelState {
      source
      ways
      estimated
      oldest
      refreshedAt
      failed
    }
  }
`);
