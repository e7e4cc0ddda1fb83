import { graphql } from '../../graphql/generated/gql.js';
import type { SearchQuery } from '../../graphql/generated/graphql.js';

export const SEARCH = graphql(/* GraphQL */ `
  query Search($input: AvailabilityInput!, $first: Int!, $after: String) {
    availability(input: $input, first: $first, after: $after) {
      totalCount
      freeCount
      pageInfo {
        hasNextPage
        endCursor
      }
      place {
        name
        latitude
        longitude
        municipality
        nis
        site {
          id
          code
        }
      }
      edges {
        node {
          verdict
          extraKm
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
              maxParticipants {
                value
              }
            }
          }
          standsAt {
            id
            code
            name
            town
            latitude
            longitude
          }
          travel {
            km
            minutes
          }
          arrival {
            date
            from
            to
          }
          reasons {
            ...ReasonParts
          }
          warnings {
            code
          }
          alternatives {
            ...AlternativeParts
          }
          days {
            date
            status
            reason {
              nl
              fr
              en
            }
          }
        }
      }
    }
  }
`);

export const SUGGESTIONS = graphql(/* GraphQL */ `
  query PlaceSuggestions($text: String!) {
    places(text: $text, first: 8) {
      postcode
      name
    }
    sites(text: $text, first: 8) {
      edges {
        node {
          id
          code
          name
          town
          postcode
        }
      }
    }
  }
`);

export const DOMAINS = graphql(/* GraphQL */ `
  query Domains {
    domains {
      code
      name {
        nl
        fr
        en
      }
    }
  }
`);

export type Found = SearchQuery['availability']['edges'][number]['node'];
export type FoundPlace = NonNullable<SearchQuery['availability']['place']>;
