import { graphql } from '../../graphql/generated/gql.js';
import type { AuditTrailQuery, MailsQuery, ManagedSitesQuery } from '../../graphql/generated/graphql.js';

export const MANAGED_SITES = graphql(/* GraphQL */ `
  query ManagedSites($after: String) {
    sites(first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          code
          name
          street
          postcode
          town
          latitude
          longitude
          positionQuality
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

export const MOVE_SITE = graphql(/* GraphQL */ `
  mutation MoveSite($id: ID!, $latitude: Float!, $longitude: Float!) {
    moveSite(id: $id, latitude: $latitude, longitude: $longitude) {
      __typename
      ... on Site {
        id
        latitude
        longitude
        positionQuality
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const MAIL_LOOK = graphql(/* GraphQL */ `
  query MailLook($id: ID!) {
    node(id: $id) {
      id
      ... on Mail {
        bodyHtml
      }
    }
  }
`);

export const MAILS = graphql(/* GraphQL */ `
  query Mails($first: Int!, $after: String) {
    mails(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          to
          locale
          subject
          bodyText
          state
          attempts
          lastError
          createdAt
          sentAt
        }
      }
    }
  }
`);

export const AUDIT_TRAIL = graphql(/* GraphQL */ `
  query AuditTrail($entity: String, $entityId: String, $text: String, $first: Int!, $after: String) {
    auditTrail(entity: $entity, entityId: $entityId, text: $text, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          actorName
          actorRole
          action
          entity
          entityId
          requestId
          changes {
            field
            before
            after
          }
        }
      }
    }
  }
`);

export type ManagedSite = ManagedSitesQuery['sites']['edges'][number]['node'];
export type OutboxMail = MailsQuery['mails']['edges'][number]['node'];
export type AuditEntry = AuditTrailQuery['auditTrail']['edges'][number]['node'];
