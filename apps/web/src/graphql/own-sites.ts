import { useQuery } from '@apollo/client/react';
import { graphql } from './generated/gql.js';

const SITES_OF = graphql(/* GraphQL */ `
  query SitesOf($organisationId: ID) {
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

export type SiteChoice = { id: string; code: string; name: string; town: string };

/** The sites of an organisation, or of all (null), for choosing one; null while they load. */
export function useSitesOf(organisationId: string | null): SiteChoice[] | null {
  const { data } = useQuery(SITES_OF, { variables: { organisationId } });
  return data ? data.sites.edges.map(({ node }) => node) : null;
}
