import { graphql } from '../../graphql/generated/gql.js';
import type {
  InboxQuery,
  ReservationPartsFragment,
  ReservationQuery,
  ReservationRowFragment,
  UnitBlocksQuery,
} from '../../graphql/generated/graphql.js';

export const RESERVATION_PARTS = graphql(/* GraphQL */ `
  fragment ReservationParts on Reservation {
    id
    number
    state
    version
    firstDay
    lastDay
    holdExpiresAt
    purpose
    groupSize
    contactName
    contactPhone
    remark
    overrideReason
    decisionReason
    participants
    hoursUsed
    extraKm
    createdAt
    allowedActions
    organisation {
      id
      name
    }
    requester {
      id
      name
    }
    site {
      id
      code
      name
      town
    }
    stays {
      id
      unit {
        id
        code
        serial
        mobility
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
    warnings {
      ...ReasonParts
    }
  }
`);

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

export const UNIT_BLOCKS = graphql(/* GraphQL */ `
  query UnitBlocks($code: String!) {
    equipmentUnit(code: $code) {
      id
      mayBlock
      blocks {
        id
        firstDay
        lastDay
        reason
      }
    }
  }
`);

export type UnitBlock = NonNullable<UnitBlocksQuery['equipmentUnit']>['blocks'][number];

export const BLOCK = graphql(/* GraphQL */ `
  mutation Block($input: BlockInput!) {
    blockUnit(input: $input) {
      __typename
      ... on Block {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const UNBLOCK = graphql(/* GraphQL */ `
  mutation Unblock($id: ID!) {
    unblockUnit(id: $id) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

/** What a list shows: nothing that the API must compute for each. */
export const RESERVATION_ROW = graphql(/* GraphQL */ `
  fragment ReservationRow on Reservation {
    id
    number
    state
    version
    firstDay
    lastDay
    purpose
    groupSize
    organisation {
      id
      name
    }
    site {
      id
      code
      name
      town
    }
    stays {
      id
      unit {
        id
        code
        serial
        mobility
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
  }
`);

export const RESERVATIONS = graphql(/* GraphQL */ `
  query Reservations($filter: ReservationFilter, $order: ReservationOrder!, $first: Int!, $after: String) {
    reservations(filter: $filter, order: $order, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReservationRow
        }
      }
    }
  }
`);

export const RESERVATION = graphql(/* GraphQL */ `
  query Reservation($id: ID!) {
    reservation(id: $id) {
      ...ReservationParts
      updatedAt
      decidedAt
      decidedBy {
        id
        name
      }
      history {
        at
        actorName
        action
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

export const CANCEL = graphql(/* GraphQL */ `
  mutation Cancel($id: ID!, $version: Int!, $reason: String) {
    cancelReservation(id: $id, version: $version, reason: $reason) {
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

export const REINSTATE = graphql(/* GraphQL */ `
  mutation Reinstate($id: ID!, $version: Int!) {
    reinstateReservation(id: $id, version: $version) {
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

export const CHANGE = graphql(/* GraphQL */ `
  mutation Change($input: ChangeReservationInput!) {
    changeReservation(input: $input) {
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

export const REPORT = graphql(/* GraphQL */ `
  mutation Report($id: ID!, $version: Int!, $participants: Int!, $hoursUsed: Float!) {
    reportUse(id: $id, version: $version, participants: $participants, hoursUsed: $hoursUsed) {
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

export const INBOX = graphql(/* GraphQL */ `
  query Inbox($first: Int!, $after: String) {
    reservations(filter: { toDecide: true }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReservationParts
          conflicts {
            ...ReasonParts
            reservation {
              id
              number
              state
              firstDay
              lastDay
              organisation {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

export const CONFIRM = graphql(/* GraphQL */ `
  mutation Confirm($id: ID!, $version: Int!) {
    confirmReservation(id: $id, version: $version) {
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

export const REJECT = graphql(/* GraphQL */ `
  mutation Reject($id: ID!, $version: Int!, $reason: String!) {
    rejectReservation(id: $id, version: $version, reason: $reason) {
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

/** Names for the ids in a history. */
export const SITE_NAMES = graphql(/* GraphQL */ `
  query SiteNames {
    sites(first: 100) {
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

export type ReservationView = ReservationPartsFragment;
export type ReservationRow = ReservationRowFragment;
export type ReservationDetail = NonNullable<ReservationQuery['reservation']>;
export type InboxItem = InboxQuery['reservations']['edges'][number]['node'];
export type Conflict = InboxItem['conflicts'][number];
