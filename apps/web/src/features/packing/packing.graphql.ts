import { graphql } from '../../graphql/generated/gql.js';
import type { UnitPackingQuery } from '../../graphql/generated/graphql.js';

export const PACKING_PARTS = graphql(/* GraphQL */ `
  fragment PackingParts on UnitPackingList {
    unitId
    version
    boxes {
      box
      parts {
        position
        quantity
        name {
          nl
          fr
          en
        }
      }
    }
  }
`);

export const UNIT_PACKING = graphql(/* GraphQL */ `
  query UnitPacking($code: String!) {
    equipmentUnit(code: $code) {
      id
      code
      mayPack
      model {
        id
        name {
          nl
          fr
          en
        }
      }
      packing {
        ...PackingParts
      }
    }
  }
`);

export const SET_PACKING_LIST = graphql(/* GraphQL */ `
  mutation SetPackingList($input: PackingListInput!) {
    setPackingList(input: $input) {
      __typename
      ... on UnitPackingList {
        ...PackingParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type PackedUnit = NonNullable<UnitPackingQuery['equipmentUnit']>;
