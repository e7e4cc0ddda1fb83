import { graphql } from '../generated/gql.js';
import type { LiveSubscription } from '../generated/graphql.js';

export const LIVE = graphql(/* GraphQL */ `
  subscription Live {
    changes {
      missed
      changes {
        kind
        id
      }
    }
  }
`);

export type LiveNews = LiveSubscription['changes'];
export type LiveKind = LiveNews['changes'][number]['kind'];
