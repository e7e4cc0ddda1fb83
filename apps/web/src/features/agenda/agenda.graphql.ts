import { graphql } from '../../graphql/generated/gql.js';
import type { AgendaLinksQuery } from '../../graphql/generated/graphql.js';

export const AGENDA_LINKS = graphql(/* GraphQL */ `
  query AgendaLinks {
    agendaLinks {
      id
      kind
      subjectId
      createdAt
      lastUsedAt
      site {
        id
        name
        town
      }
      unit {
        id
        code
        model {
          id
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

export const FOLLOW_AGENDA = graphql(/* GraphQL */ `
  mutation FollowAgenda($kind: AgendaKind!, $subjectId: ID) {
    followAgenda(kind: $kind, subjectId: $subjectId) {
      __typename
      ... on NewAgendaLink {
        url
        link {
          id
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const END_AGENDA_LINK = graphql(/* GraphQL */ `
  mutation EndAgendaLink($id: ID!) {
    endAgendaLink(id: $id) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const AGENDA_SITES = graphql(/* GraphQL */ `
  query AgendaSites {
    sites(first: 100) {
      edges {
        node {
          id
          name
          town
          organisation {
            id
          }
        }
      }
    }
  }
`);

export const AGENDA_UNIT = graphql(/* GraphQL */ `
  query AgendaUnit($code: String!) {
    equipmentUnit(code: $code) {
      id
      code
      model {
        id
        name {
          nl
          fr
          en
        }
      }
    }
  }
`);

export type AgendaLink = AgendaLinksQuery['agendaLinks'][number];
