import { graphql } from '../../graphql/generated/gql.js';

export const CHECK = graphql(/* GraphQL */ `
  query Check($input: CheckInput!) {
    checkReservation(input: $input) {
      ok
      extraKm
      reasons {
        ...ReasonParts
      }
      warnings {
        ...ReasonParts
      }
      alternatives {
        ...AlternativeParts
      }
      arrival {
        date
        from
        to
      }
      departure {
        date
        from
        to
      }
      standsAt {
        id
        name
        town
      }
    }
  }
`);

export const OWN_SITES = graphql(/* GraphQL */ `
  query OwnSites($organisationId: ID!) {
    sites(organisationId: $organisationId, first: 100) {
      edges {
        node {
          id
          code
          name
          town
        }
      }
    }
  }
`);

export const ORGANISATIONS = graphql(/* GraphQL */ `
  query Organisations {
    organisations(first: 200) {
      id
      name
    }
  }
`);

export const HOLD = graphql(/* GraphQL */ `
  mutation Hold($input: HoldInput!) {
    holdKit(input: $input) {
      __typename
      ... on Reservation {
        ...ReservationParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const EXTEND = graphql(/* GraphQL */ `
  mutation Extend($id: ID!) {
    extendHold(id: $id) {
      __typename
      ... on Reservation {
        id
        version
        state
        holdExpiresAt
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const RELEASE = graphql(/* GraphQL */ `
  mutation Release($id: ID!) {
    releaseHold(id: $id) {
      __typename
      ... on Reservation {
        id
        state
        version
      }
    }
  }
`);

export const SUBMIT = graphql(/* GraphQL */ `
  mutation Submit($id: ID!, $version: Int!, $details: ReservationDetailsInput!, $overrideReason: String) {
    submitReservation(id: $id, version: $version, details: $details, overrideReason: $overrideReason) {
      __typename
      ... on Reservation {
        ...ReservationParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const RESERVE = graphql(/* GraphQL */ `
  mutation Reserve($input: ReserveInput!) {
    reserveKit(input: $input) {
      __typename
      ... on Reservation {
        ...ReservationParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);
