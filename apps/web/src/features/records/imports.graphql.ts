import { graphql } from '../../graphql/generated/gql.js';
import type { ImportRunPartsFragment, ImportRunQuery } from '../../graphql/generated/graphql.js';

export const IMPORT_PARTS = graphql(/* GraphQL */ `
  fragment ImportRunParts on ImportRun {
    id
    kind
    fileName
    state
    columns {
      heading
      field
    }
    missing
    made
    changed
    unchanged
    wrong
    doneAt
  }
`);

export const IMPORT_RUN = graphql(/* GraphQL */ `
  query ImportRun($id: ID!, $does: RowDoes, $first: Int!, $skip: Int!) {
    importRun(id: $id) {
      ...ImportRunParts
      rows(does: $does, first: $first, skip: $skip) {
        total
        rows {
          line
          does
          title
          changes {
            field
            before
            after
          }
          wrong {
            field
            problem
            detail
            cell
            text
          }
        }
      }
    }
  }
`);

export const MAP_IMPORT = graphql(/* GraphQL */ `
  mutation MapImport($id: ID!, $mapping: [String!]!) {
    mapImport(id: $id, mapping: $mapping) {
      __typename
      ... on ImportRun {
        ...ImportRunParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CONFIRM_IMPORT = graphql(/* GraphQL */ `
  mutation ConfirmImport($id: ID!) {
    confirmImport(id: $id) {
      __typename
      ... on ImportRun {
        ...ImportRunParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type ImportParts = ImportRunPartsFragment;
export type ImportRowParts = NonNullable<ImportRunQuery['importRun']>['rows']['rows'][number];
