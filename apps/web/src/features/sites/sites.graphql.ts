import { graphql } from '../../graphql/generated/gql.js';
import type { SiteDetailQuery, SitesQuery } from '../../graphql/generated/graphql.js';

export const SITES = graphql(/* GraphQL */ `
  query Sites($text: String) {
    sites(text: $text, first: 100) {
      totalCount
      edges {
        node {
          id
          code
          name
          kind
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

export const KIT_PLACES = graphql(/* GraphQL */ `
  query KitPlaces($date: Date!) {
    kitPlaces(date: $date) {
      site {
        id
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

export const SITE_DETAIL = graphql(/* GraphQL */ `
  query SiteDetail($code: String!) {
    site(code: $code) {
      id
      code
      name
      kind
      street
      postcode
      town
      municipality
      nis
      latitude
      longitude
      positionQuality
      deliveryStreet
      deliveryNote
      openingHours {
        weekday
        from
        to
      }
      openingHoursAssumed
      closedInSchoolHolidays
      powerSupplies
      floorAreaM2
      stepFree
      maxGroupSize
      facilitiesDemo
      validFrom
      validTo
      sourceNote
      organisation {
        id
        name
      }
      units {
        id
        code
        mobility
        model {
          id
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

export type SiteRow = SitesQuery['sites']['edges'][number]['node'];
export type SiteDetail = NonNullable<SiteDetailQuery['site']>;
