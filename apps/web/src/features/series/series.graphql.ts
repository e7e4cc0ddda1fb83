import { graphql } from '../../graphql/generated/gql.js';
import type { SeriesListQuery, SeriesPreviewQuery, SeriesQuery } from '../../graphql/generated/graphql.js';

export const SERIES_UNIT = graphql(/* GraphQL */ `
  query SeriesUnit($code: String!) {
    equipmentUnit(code: $code) {
      id
      code
      mobility
      homeSite {
        id
        code
        name
        town
      }
      model {
        id
        code
        drawing
        name {
          nl
          fr
          en
        }
      }
    }
  }
`);

export const SERIES_PREVIEW = graphql(/* GraphQL */ `
  query SeriesPreview($input: SeriesPreviewInput!) {
    seriesPreview(input: $input) {
      possible
      leftOut {
        firstDay
        lastDay
      }
      occurrences {
        firstDay
        lastDay
        ok
        extraKm
        unit {
          id
          code
        }
        site {
          id
          name
          town
        }
        arrival {
          date
          from
          to
        }
        reasons {
          ...ReasonParts
        }
        alternatives {
          ...AlternativeParts
        }
      }
    }
  }
`);

export const BOOK_SERIES = graphql(/* GraphQL */ `
  mutation BookSeries($input: BookSeriesInput!) {
    bookSeries(input: $input) {
      __typename
      ... on ReservationSeries {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const SERIES = graphql(/* GraphQL */ `
  query Series($id: ID!) {
    series(id: $id) {
      id
      number
      kind
      purpose
      createdAt
      organisation {
        id
        name
      }
      requester {
        id
        name
      }
      occurrences {
        id
        position
        firstDay
        lastDay
        refused
        site {
          id
          code
          name
          town
        }
        unit {
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
        reservation {
          id
          number
          state
          version
          allowedActions
        }
      }
    }
  }
`);

export const SERIES_LIST = graphql(/* GraphQL */ `
  query SeriesList {
    seriesList {
      id
      number
      kind
      purpose
      organisation {
        id
        name
      }
      occurrences {
        id
        firstDay
        lastDay
        refused
        unit {
          id
          code
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
        reservation {
          id
          state
        }
      }
    }
  }
`);

export const CHANGE_SERIES = graphql(/* GraphQL */ `
  mutation ChangeSeries($input: ChangeSeriesInput!) {
    changeSeries(input: $input) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CANCEL_SERIES = graphql(/* GraphQL */ `
  mutation CancelSeries($input: CancelSeriesInput!) {
    cancelSeries(input: $input) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type Previewed = SeriesPreviewQuery['seriesPreview']['occurrences'][number];
export type Series = NonNullable<SeriesQuery['series']>;
export type SeriesTime = Series['occurrences'][number];
export type SeriesRow = SeriesListQuery['seriesList'][number];
