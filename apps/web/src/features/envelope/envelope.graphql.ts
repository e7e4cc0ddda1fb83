import { graphql } from '../../graphql/generated/gql.js';
import type { AgreementCurvesQuery, BudgetAlertsQuery, EnvelopesQuery } from '../../graphql/generated/graphql.js';

export const BUDGET_AMOUNTS = graphql(/* GraphQL */ `
  fragment Stages on BudgetAmounts {
    budget
    committed
    invoiced
    paid
    claimed
    certified
    deducted
    left
  }
`);

export const ENVELOPES = graphql(/* GraphQL */ `
  query Envelopes {
    envelopes {
      id
      code
      name
      kind
      demo
      amountCents
      undivided
      amounts {
        ...Stages
      }
      byRubric {
        rubric
        amounts {
          ...Stages
        }
      }
      byFunder {
        funder {
          id
          code
          name
        }
        amounts {
          ...Stages
        }
      }
      agreements {
        id
        code
        name
        regime
        eligibleFrom
        eligibleTo
        durableUntil
        retainUntil
        finalPaymentOn
        illustrative
        amounts {
          ...Stages
        }
        lines {
          id
          code
          name
          rubric
          flatRateBasisPoints
          amounts {
            ...Stages
          }
        }
      }
    }
  }
`);

export const ALERTS = graphql(/* GraphQL */ `
  query BudgetAlerts($envelopeId: ID) {
    budgetAlerts(envelopeId: $envelopeId) {
      kind
      tone
      aboutId
      label
      count
      cents
      day
    }
  }
`);

export const CURVES = graphql(/* GraphQL */ `
  query AgreementCurves($code: String!) {
    envelope(code: $code) {
      id
      agreements {
        id
        absorption {
          day
          planned
          committed
          paid
          claimed
          certified
          p10
          p50
          p90
        }
      }
    }
    leadDays {
      orderToInvoice
      invoiceToPayment
      seen
    }
  }
`);

export const CLAIMS_IN_CONTROL = graphql(/* GraphQL */ `
  query ClaimsInControl($agreementId: ID!) {
    claims(filter: { agreementId: $agreementId, states: [SUBMITTED, IN_CONTROL] }, first: 20) {
      edges {
        node {
          id
          number
          title
          state
          sums {
            declared
          }
        }
      }
      totalCount
    }
  }
`);

export const LEDGER_CHECK = graphql(/* GraphQL */ `
  query LedgerCheck {
    ledgerCheck {
      id
      at
      checkedBy
      clean
      postings
      differences {
        what
        id
        account
        kept
        rebuilt
      }
    }
  }
`);

export const VERIFY_LEDGER = graphql(/* GraphQL */ `
  mutation VerifyLedger {
    verifyLedger {
      __typename
      ... on LedgerCheck {
        id
        clean
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const LINES = graphql(/* GraphQL */ `
  query BudgetLines($filter: BudgetLineFilter, $text: String, $sort: BudgetSort, $first: Int!, $after: String) {
    budgetLines(filter: $filter, text: $text, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          code
          name
          rubric
          agreement {
            id
            code
            name
          }
          amounts {
            ...Stages
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const POSTINGS = graphql(/* GraphQL */ `
  query Postings($filter: PostingFilter, $text: String, $sort: BudgetSort, $first: Int!, $after: String) {
    postings(filter: $filter, text: $text, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          act
          kind
          fromAccount
          toAccount
          cents
          reverses
          bookedOn
          createdBy
          line {
            id
            code
            name
          }
          from {
            kind
            id
            label
          }
          to {
            kind
            id
            label
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const POSTING_SUM = graphql(/* GraphQL */ `
  query PostingSum($through: Stage!, $filter: PostingFilter, $text: String) {
    postingSum(through: $through, filter: $filter, text: $text)
  }
`);

export const ONE_LINE = graphql(/* GraphQL */ `
  query OneBudgetLine($id: ID!) {
    budgetLine(id: $id) {
      id
      code
      name
      amounts {
        ...Stages
      }
    }
  }
`);

export const MONTHS = graphql(/* GraphQL */ `
  query BudgetMonths($envelopeId: ID) {
    budgetMonths(envelopeId: $envelopeId) {
      month
      committed
      invoiced
      paid
      claimed
      certified
      closed
      closedAt
      closedBy
      closable
    }
  }
`);

export const CLOSE_MONTH = graphql(/* GraphQL */ `
  mutation CloseMonth($month: Date!) {
    closeMonth(month: $month) {
      __typename
      ... on ClosedMonth {
        month
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const TRAIL = graphql(/* GraphQL */ `
  query BudgetTrail($entity: String, $entityId: ID, $text: String, $from: Date, $to: Date, $first: Int!, $after: String) {
    budgetTrail(entity: $entity, entityId: $entityId, text: $text, from: $from, to: $to, first: $first, after: $after) {
      edges {
        node {
          id
          at
          actorName
          actorRole
          action
          entity
          entityId
          changes {
            field
            before
            after
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type Envelope = EnvelopesQuery['envelopes'][number];
export type Agreement = Envelope['agreements'][number];
export type Amounts = Envelope['amounts'];
export type CurvePoint = NonNullable<AgreementCurvesQuery['envelope']>['agreements'][number]['absorption'][number];
export type Alert = BudgetAlertsQuery['budgetAlerts'][number];
