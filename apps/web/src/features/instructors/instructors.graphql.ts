import { graphql } from '../../graphql/generated/gql.js';
import type { AlongQuery, InstructorsQuery } from '../../graphql/generated/graphql.js';

export const INSTRUCTORS = graphql(/* GraphQL */ `
  query Instructors {
    instructors {
      personId
      version
      name
      email
      areas
      weekdays
      models {
        id
        code
        name {
          nl
          fr
          en
        }
      }
      absences {
        id
        firstDay
        lastDay
      }
      loans {
        reservationId
        number
        state
        firstDay
        lastDay
        siteName
        address
        organisation
        unitCodes
        purpose
        contact
      }
    }
    accompaniedModels {
      id
      name {
        nl
        fr
        en
      }
    }
  }
`);

export const MODELS_TO_ACCOMPANY = graphql(/* GraphQL */ `
  query ModelsToAccompany {
    catalogue(first: 100) {
      edges {
        node {
          id
          code
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

export const SAVE_INSTRUCTOR = graphql(/* GraphQL */ `
  mutation SaveInstructor($input: InstructorInput!) {
    saveInstructor(input: $input) {
      __typename
      ... on Instructor {
        personId
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const END_INSTRUCTOR = graphql(/* GraphQL */ `
  mutation EndInstructor($personId: ID!) {
    endInstructor(personId: $personId) {
      __typename
      ... on Instructor {
        personId
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ADD_ABSENCE = graphql(/* GraphQL */ `
  mutation AddInstructorAbsence($idempotencyKey: String!, $personId: ID!, $firstDay: Date!, $lastDay: Date!) {
    addInstructorAbsence(idempotencyKey: $idempotencyKey, personId: $personId, firstDay: $firstDay, lastDay: $lastDay) {
      __typename
      ... on Instructor {
        personId
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const DROP_ABSENCE = graphql(/* GraphQL */ `
  mutation DropInstructorAbsence($id: ID!) {
    dropInstructorAbsence(id: $id) {
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

export const SET_ACCOMPANIED = graphql(/* GraphQL */ `
  mutation SetAccompanied($modelId: ID!, $asked: Boolean!) {
    setAccompanied(modelId: $modelId, asked: $asked) {
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

export const ALONG = graphql(/* GraphQL */ `
  query Along($id: ID!) {
    reservation(id: $id) {
      id
      version
      state
      accompanied
      instructors {
        personId
        name
        phone
      }
      instructorChoices {
        personId
        name
        free
      }
    }
  }
`);

export const ASSIGN = graphql(/* GraphQL */ `
  mutation AssignInstructors($id: ID!, $version: Int!, $personIds: [ID!]!) {
    assignInstructors(id: $id, version: $version, personIds: $personIds) {
      __typename
      ... on Reservation {
        id
        version
        instructors {
          personId
          name
          phone
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type InstructorView = InstructorsQuery['instructors'][number];
export type LoanView = InstructorView['loans'][number];
export type AlongView = NonNullable<AlongQuery['reservation']>;
