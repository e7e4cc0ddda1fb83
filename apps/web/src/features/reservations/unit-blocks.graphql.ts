import { graphql } from '../../graphql/generated/gql.js';
import type { UnitBlocksQuery } from '../../graphql/generated/graphql.js';

export const UNIT_BLOCKS = graphql(/* GraphQL */ `
  query UnitBlocks($code: String!) {
    equipmentUnit(code: $code) {
      id
      mayBlock
      blocks {
        id
        firstDay
        lastDay
        reason
      }
    }
  }
`);

export const BLOCK = graphql(/* GraphQL */ `
  mutation Block($input: BlockInput!) {
    blockUnit(input: $input) {
      __typename
      ... on Block {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const UNBLOCK = graphql(/* GraphQL */ `
  mutation Unblock($id: ID!) {
    unblockUnit(id: $id) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type UnitBlock = NonNullable<UnitBlocksQuery['equipmentUnit']>['blocks'][number];
