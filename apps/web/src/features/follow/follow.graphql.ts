import { graphql } from '../../graphql/generated/gql.js';
import type { FollowsQuery } from '../../graphql/generated/graphql.js';

export const FOLLOWS = graphql(/* GraphQL */ `
  query Follows {
    follows {
      id
      kind
      subjectId
      km
      site {
        id
        name
        town
      }
      unit {
        id
        code
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
  }
`);

export const FOLLOW = graphql(/* GraphQL */ `
  mutation FollowEquipment($kind: FollowKind!, $subjectId: ID!, $siteId: ID!, $km: Int!) {
    followEquipment(kind: $kind, subjectId: $subjectId, siteId: $siteId, km: $km) {
      __typename
      ... on Follow {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const END_FOLLOW = graphql(/* GraphQL */ `
  mutation EndFollow($id: ID!) {
    endFollow(id: $id) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type Followed = FollowsQuery['follows'][number];
