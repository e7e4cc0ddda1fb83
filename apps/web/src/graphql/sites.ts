import { graphql } from './generated/gql.js';

/** A site by its code, as it stands in addresses. */
export const SITE_OF_CODE = graphql(/* GraphQL */ `
  query SiteOfCode($code: String!) {
    site(code: $code) {
      id
      code
      name
      town
    }
  }
`);
