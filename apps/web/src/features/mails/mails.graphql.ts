import { graphql } from '../../graphql/generated/gql.js';
import type { MailChoicesQuery } from '../../graphql/generated/graphql.js';

export const MAIL_CHOICES = graphql(/* GraphQL */ `
  query MailChoices {
    mailChoices {
      topic
      required
      wanted
    }
  }
`);

export const CHOOSE_MAIL = graphql(/* GraphQL */ `
  mutation ChooseMail($topic: MailTopic!, $wanted: Boolean!) {
    chooseMail(topic: $topic, wanted: $wanted) {
      __typename
      ... on MailTopicChoice {
        topic
        required
        wanted
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type MailChoice = MailChoicesQuery['mailChoices'][number];
