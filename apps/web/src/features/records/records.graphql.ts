import { graphql } from '../../graphql/generated/gql.js';
import type { ManagedRecordPartsFragment, RecordHistoryQuery } from '../../graphql/generated/graphql.js';

export const RECORD_PARTS = graphql(/* GraphQL */ `
  fragment ManagedRecordParts on ManagedRecord {
    id
    kind
    version
    active
    title
    values {
      field
      value
    }
  }
`);

export const MANAGED_RECORDS = graphql(/* GraphQL */ `
  query ManagedRecords(
    $kind: RecordKind!
    $text: String
    $state: RecordState
    $sort: String
    $down: Boolean!
    $first: Int!
    $after: String
  ) {
    managedRecords(kind: $kind, text: $text, state: $state, sort: $sort, down: $down, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ManagedRecordParts
        }
      }
    }
  }
`);

export const MANAGED_RECORD = graphql(/* GraphQL */ `
  query ManagedRecord($kind: RecordKind!, $id: ID!) {
    managedRecord(kind: $kind, id: $id) {
      ...ManagedRecordParts
    }
  }
`);

export const SAVE_RECORD = graphql(/* GraphQL */ `
  mutation SaveRecord($input: SaveRecordInput!) {
    saveRecord(input: $input) {
      __typename
      ... on ManagedRecord {
        ...ManagedRecordParts
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

export const RECORD_HISTORY = graphql(/* GraphQL */ `
  query RecordHistory($entity: String!, $entityId: String!, $first: Int!, $after: String) {
    auditTrail(entity: $entity, entityId: $entityId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          actorName
          action
          changes {
            field
            before
            after
          }
        }
      }
    }
  }
`);

export type ManagedRecord = ManagedRecordPartsFragment;
export type HistoryEntry = RecordHistoryQuery['auditTrail']['edges'][number]['node'];
