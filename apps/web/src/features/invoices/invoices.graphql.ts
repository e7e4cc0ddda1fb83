import { graphql } from '../../graphql/generated/gql.js';
import type { InvoiceOfBudgetQuery, SuppliersQuery } from '../../graphql/generated/graphql.js';

export const INVOICES = graphql(/* GraphQL */ `
  query Invoices($filter: InvoiceFilter, $text: String, $sort: BudgetSort, $first: Int!, $after: String) {
    invoices(filter: $filter, text: $text, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          number
          kind
          issuedOn
          dueOn
          payableCents
          unpaidCents
          takenBack
          supplier {
            id
            name
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

export const INVOICE = graphql(/* GraphQL */ `
  query InvoiceOfBudget($id: ID!) {
    invoice(id: $id) {
      id
      number
      kind
      issuedOn
      dueOn
      communication
      payableCents
      creditedCents
      paidCents
      unpaidCents
      takenBack
      version
      supplier {
        id
        name
        enterpriseNumber
      }
      credits {
        id
        number
      }
      creditNotes {
        id
        number
        payableCents
      }
      lines {
        id
        position
        description
        netCents
        vatCents
        recoverableVatCents
        allocations {
          id
          basisPoints
          cents
          part {
            id
            line {
              id
              code
              name
            }
            commitment {
              id
              number
            }
          }
        }
      }
      payments {
        id
        paidOn
        cents
        reference
      }
      documents {
        id
        name
        mediaType
        url
      }
    }
  }
`);

export const WHERE_TO_CHARGE = graphql(/* GraphQL */ `
  query WhereToCharge($supplierId: ID) {
    commitments(filter: { supplierId: $supplierId, open: true }, first: 100) {
      edges {
        node {
          id
          number
          description
          state {
            open
          }
          line {
            id
            code
          }
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

export const RECORD_INVOICE = graphql(/* GraphQL */ `
  mutation RecordInvoice($input: AddInvoiceInput!) {
    recordInvoice(input: $input) {
      __typename
      ... on Invoice {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ATTACH_PAPERS = graphql(/* GraphQL */ `
  mutation AttachPapers($kind: AttachedTo!, $id: ID!, $documentIds: [ID!]!) {
    attachPapers(kind: $kind, id: $id, documentIds: $documentIds) {
      __typename
      ... on Done {
        ok
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const SUPPLIERS = graphql(/* GraphQL */ `
  query Suppliers($text: String, $sort: BudgetSort, $first: Int!, $after: String) {
    suppliers(text: $text, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          version
          name
          enterpriseNumber
          vatNumber
          iban
          active
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

export const ADD_SUPPLIER = graphql(/* GraphQL */ `
  mutation AddSupplier($idempotencyKey: String!, $input: SupplierInput!) {
    addSupplier(idempotencyKey: $idempotencyKey, input: $input) {
      __typename
      ... on Supplier {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CHANGE_SUPPLIER = graphql(/* GraphQL */ `
  mutation ChangeSupplier($id: ID!, $version: Int!, $input: SupplierInput!) {
    changeSupplier(id: $id, version: $version, input: $input) {
      __typename
      ... on Supplier {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type OneInvoice = NonNullable<InvoiceOfBudgetQuery['invoice']>;
export type Supplier = SuppliersQuery['suppliers']['edges'][number]['node'];
