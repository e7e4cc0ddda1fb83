import { graphql } from '../../graphql/generated/gql.js';
import type { WhatIfStateQuery } from '../../graphql/generated/graphql.js';

export const WHAT_IF_STATE = graphql(/* GraphQL */ `
  query WhatIfState {
    envelopes {
      id
      name
      agreements {
        id
        code
        name
        eligibleFrom
        eligibleTo
        amounts {
          committed
        }
        shares {
          basisPoints
          funder {
            id
            name
          }
        }
        lines {
          id
          code
          name
          domain
          active
          flatRateBasisPoints
          amounts {
            budget
            left
          }
        }
      }
    }
    procurementThresholds {
      id
      procedure
      validFrom
      belowCents
    }
    leadDays {
      orderToInvoice
      invoiceToPayment
    }
  }
`);

export type WhatIfData = WhatIfStateQuery;
