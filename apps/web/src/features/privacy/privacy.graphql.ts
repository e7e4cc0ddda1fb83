import { graphql } from '../../graphql/generated/gql.js';
import type { RetentionQuery } from '../../graphql/generated/graphql.js';

export const PERSONAL_DATA = graphql(/* GraphQL */ `
  query PersonalData {
    personalData {
      table
      erasure
      what {
        nl
        fr
        en
      }
      why {
        nl
        fr
        en
      }
      kept {
        nl
        fr
        en
      }
      columns {
        nl
        fr
        en
      }
    }
  }
`);

export const ERASE_ME = graphql(/* GraphQL */ `
  mutation EraseMe($email: String!) {
    eraseMe(email: $email) {
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

export const ERASE_PERSON = graphql(/* GraphQL */ `
  mutation ErasePerson($email: String!) {
    erasePerson(email: $email) {
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

export const RETENTION = graphql(/* GraphQL */ `
  query Retention {
    retentionRules {
      name
      days
      least
      what {
        nl
        fr
        en
      }
    }
    retentionRuns(first: 60) {
      id
      at
      rule
      beforeDay
      removed
      actor {
        id
        name
      }
    }
  }
`);

export const SET_RETENTION = graphql(/* GraphQL */ `
  mutation SetRetention($name: ID!, $days: Int!) {
    setRetention(name: $name, days: $days) {
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

export const RUN_RETENTION = graphql(/* GraphQL */ `
  mutation RunRetention {
    runRetention {
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

export type RetentionRule = RetentionQuery['retentionRules'][number];
