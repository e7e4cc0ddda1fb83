import { graphql } from './generated/gql.js';
import type { RefusalPartsFragment } from './generated/graphql.js';

/** What `RefusalView` needs. Spread as `...RefusalParts` inside `... on Refusal`. */
export const REFUSAL_PARTS = graphql(/* GraphQL */ `
  fragment RefusalParts on Refusal {
    reasons {
      ...ReasonParts
    }
    alternatives {
      ...AlternativeParts
    }
  }
`);

export const REASON_PARTS = graphql(/* GraphQL */ `
  fragment ReasonParts on RefusalReason {
    code
    firstDay
    lastDay
    name {
      nl
      fr
      en
    }
    field
    needed
    available
    estimated
    overridable
    unit {
      id
      code
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
    site {
      id
      code
      name
      town
    }
    reservation {
      id
      number
    }
  }
`);

export const ALTERNATIVE_PARTS = graphql(/* GraphQL */ `
  fragment AlternativeParts on Alternative {
    kind
    firstDay
    lastDay
    extraKm
    unit {
      id
      code
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
    site {
      id
      code
      name
      town
    }
  }
`);

export type RefusalParts = RefusalPartsFragment;
export type RefusalReasonParts = RefusalParts['reasons'][number];
export type AlternativeParts = RefusalParts['alternatives'][number];
