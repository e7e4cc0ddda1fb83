import { graphql } from '../../graphql/generated/gql.js';
import type { LoanTermsQuery } from '../../graphql/generated/graphql.js';

export const LOAN_TERMS = graphql(/* GraphQL */ `
  query LoanTerms {
    loanTerms {
      version
      publishedAt
      accepted
      text {
        nl
        fr
        en
      }
    }
  }
`);

export const ACCEPT_TERMS = graphql(/* GraphQL */ `
  mutation AcceptTerms($version: Int!) {
    acceptTerms(version: $version) {
      __typename
      ... on LoanTerms {
        version
        accepted
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const PUBLISH_TERMS = graphql(/* GraphQL */ `
  mutation PublishTerms($after: Int!, $texts: TermsTextsInput!) {
    publishTerms(after: $after, texts: $texts) {
      __typename
      ... on LoanTerms {
        version
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type Terms = NonNullable<LoanTermsQuery['loanTerms']>;
