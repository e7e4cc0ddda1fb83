import { graphql } from '../../graphql/generated/gql.js';
import type { NeedQuery } from '../../graphql/generated/graphql.js';

export const NEED = graphql(/* GraphQL */ `
  query Need($from: Date!, $to: Date!, $month: Date!) {
    unmetDemand(from: $from, to: $to) {
      modelCode
      nis
      municipality
      searches
      refusals
      open
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
    coverage(input: { month: $month, km: 15 }) {
      share
      covered
      inhabitants
      siteCount
      municipalities {
        nis
        name
        share
      }
    }
  }
`);

export type Unmet = NeedQuery['unmetDemand'][number];
