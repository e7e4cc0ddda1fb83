import { graphql } from '../../graphql/generated/gql.js';
import type { BankMovementsQuery, IncomingInvoiceQuery, IncomingInvoicesQuery } from '../../graphql/generated/graphql.js';

export const INCOMING_INVOICES = graphql(/* GraphQL */ `
  query IncomingInvoices($filter: IncomingInvoiceFilter, $text: String, $sort: BudgetSort, $first: Int!, $after: String) {
    incomingInvoices(filter: $filter, text: $text, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          fileName
          state
          reason
          supplierName
          number
          issuedOn
          payableCents
          createdAt
          content {
            kind
            currency
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

export const INCOMING_INVOICE = graphql(/* GraphQL */ `
  query IncomingInvoice($id: ID!) {
    incomingInvoice(id: $id) {
      id
      version
      fileName
      state
      reason
      note
      supplierName
      number
      issuedOn
      payableCents
      createdAt
      supplier {
        id
        name
      }
      invoice {
        id
        number
      }
      findings {
        code
        fileLine
        invoiceLine
        field
        found
        expected
      }
      documents {
        id
        name
        mediaType
        url
      }
      content {
        kind
        currency
        dueOn
        enterpriseNumber
        vatNumber
        iban
        communication
        orderReference
        credits
        buyerName
        netCents
        vatCents
        prepaidCents
        leftInside
        lines {
          position
          number
          what
          description
          netCents
          vatCents
          category
          rate
        }
      }
    }
  }
`);

export const ORDERS_OF_SUPPLIER = graphql(/* GraphQL */ `
  query OrdersOfSupplier($supplierId: ID!) {
    commitments(filter: { supplierId: $supplierId, open: true }, first: 100) {
      edges {
        node {
          id
          number
          description
          reference
          state {
            open
          }
          line {
            id
            code
            name
          }
        }
      }
    }
    invoices(filter: { supplierId: $supplierId, kind: INVOICE }, first: 100) {
      edges {
        node {
          id
          number
          issuedOn
          unpaidCents
        }
      }
    }
    budgetLines(first: 100) {
      edges {
        node {
          id
          code
          name
          flatRateBasisPoints
          amounts {
            left
          }
        }
      }
    }
  }
`);

export const BOOK_INCOMING = graphql(/* GraphQL */ `
  mutation BookIncoming($input: BookIncomingInput!) {
    bookIncoming(input: $input) {
      __typename
      ... on IncomingInvoice {
        id
        state
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const DISMISS_INCOMING = graphql(/* GraphQL */ `
  mutation DismissIncoming($id: ID!, $version: Int!, $reason: String!) {
    dismissIncoming(id: $id, version: $version, reason: $reason) {
      __typename
      ... on IncomingInvoice {
        id
        state
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ADD_SUPPLIER_OF = graphql(/* GraphQL */ `
  mutation AddSupplierOf($id: ID!, $version: Int!) {
    addSupplierOf(id: $id, version: $version) {
      __typename
      ... on IncomingInvoice {
        id
        state
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const BANK_MOVEMENTS = graphql(/* GraphQL */ `
  query BankMovements($filter: BankMovementFilter, $text: String, $sort: BudgetSort, $first: Int!, $after: String) {
    bankMovements(filter: $filter, text: $text, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          version
          bookedOn
          cents
          counterparty
          counterpartyAccount
          communication
          message
          state
          note
          statement {
            id
            number
            account
          }
          payments {
            id
            cents
            invoice {
              id
              number
            }
          }
          suggestions {
            cents
            because
            invoice {
              id
              number
              issuedOn
              supplier {
                id
                name
              }
            }
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

export const INVOICES_TO_PAY = graphql(/* GraphQL */ `
  query InvoicesToPay($text: String, $unpaid: Boolean) {
    invoices(filter: { kind: INVOICE, unpaid: $unpaid }, text: $text, first: 20) {
      edges {
        node {
          id
          number
          issuedOn
          unpaidCents
          paidCents
          supplier {
            id
            name
          }
        }
      }
    }
  }
`);

export const MATCH_MOVEMENT = graphql(/* GraphQL */ `
  mutation MatchMovement($input: MatchMovementInput!) {
    matchMovement(input: $input) {
      __typename
      ... on BankMovement {
        id
        state
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const SET_MOVEMENT_ASIDE = graphql(/* GraphQL */ `
  mutation SetMovementAside($id: ID!, $version: Int!, $reason: String!) {
    setMovementAside(id: $id, version: $version, reason: $reason) {
      __typename
      ... on BankMovement {
        id
        state
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const REOPEN_MOVEMENT = graphql(/* GraphQL */ `
  mutation ReopenMovement($id: ID!, $version: Int!) {
    reopenMovement(id: $id, version: $version) {
      __typename
      ... on BankMovement {
        id
        state
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type Incoming = IncomingInvoicesQuery['incomingInvoices']['edges'][number]['node'];
export type OneIncoming = NonNullable<IncomingInvoiceQuery['incomingInvoice']>;
export type Movement = BankMovementsQuery['bankMovements']['edges'][number]['node'];

export const BUDGET_IMPORT = graphql(/* GraphQL */ `
  query BudgetImport($id: ID!, $does: BudgetRowDoes, $first: Int!, $skip: Int!) {
    budgetImport(id: $id) {
      id
      kind
      fileName
      done
      made
      changed
      unchanged
      wrong
      rows(does: $does, first: $first, skip: $skip) {
        line
        does
        title
        cents
        before
        wrong {
          code
          column
          text
          more
        }
      }
    }
  }
`);

export const CONFIRM_BUDGET_IMPORT = graphql(/* GraphQL */ `
  mutation ConfirmBudgetImport($id: ID!) {
    confirmBudgetImport(id: $id) {
      __typename
      ... on BudgetImport {
        id
        done
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const AGREEMENTS_TO_FILL = graphql(/* GraphQL */ `
  query AgreementsToFill {
    envelopes {
      id
      name
      agreements {
        id
        code
        name
      }
    }
  }
`);
