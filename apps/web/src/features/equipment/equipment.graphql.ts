import { graphql } from '../../graphql/generated/gql.js';
import type { UnitQuery, ModelQuery } from '../../graphql/generated/graphql.js';

export const MODEL_PARTS = graphql(/* GraphQL */ `
  fragment ModelParts on EquipmentModel {
    id
    code
    drawing
    mobility
    cases
    exampleProduct
    powerNeed
    powerBasis
    needsTailLift
    needsTwoPersons
    name {
      nl
      fr
      en
    }
    promise {
      nl
      fr
      en
    }
    domain {
      code
      name {
        nl
        fr
        en
      }
    }
    massKg {
      value
      basis
    }
    volumeM3 {
      value
      basis
    }
    setupMinutes {
      value
      basis
    }
    packMinutes {
      value
      basis
    }
    floorM2 {
      value
      basis
    }
    maxParticipants {
      value
      basis
    }
    trainerRequirement {
      nl
      fr
      en
    }
    inspectionDuty {
      nl
      fr
      en
    }
    consumables {
      nl
      fr
      en
    }
    transportHazards {
      nl
      fr
      en
    }
    packingList {
      box
      quantity
      name {
        nl
        fr
        en
      }
    }
  }
`);

export const UNIT = graphql(/* GraphQL */ `
  query Unit($code: String!, $today: Date!, $until: Date!) {
    equipmentUnit(code: $code) {
      id
      code
      serial
      mobility
      inService
      inspectedOn
      inspectionValidTo
      homeSite {
        id
        code
        name
        town
      }
      placeOn(date: $today) {
        id
        code
        name
        town
      }
      owner {
        id
        name
      }
      model {
        ...ModelParts
        units {
          id
          code
          serial
        }
      }
      journey(from: $today, to: $until) {
        firstDay
        lastDay
        mine
        reservationId
        site {
          id
          code
          name
          town
        }
      }
    }
  }
`);

export const UNIT_CALENDAR = graphql(/* GraphQL */ `
  query UnitCalendar($code: String!, $from: Date!, $to: Date!, $siteId: ID, $exclude: ID) {
    equipmentUnit(code: $code) {
      id
      calendar(from: $from, to: $to, siteId: $siteId, excludeReservationId: $exclude) {
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
`);

export const MODEL = graphql(/* GraphQL */ `
  query Model($code: String!, $today: Date!) {
    equipmentModel(code: $code) {
      ...ModelParts
      units {
        id
        code
        serial
        mobility
        inService
        inspectionValidTo
        placeOn(date: $today) {
          id
          code
          name
          town
        }
      }
    }
  }
`);

export const SET_FIGURE = graphql(/* GraphQL */ `
  mutation SetMeasuredFigure($modelId: ID!, $figure: FigureName!, $value: Float!) {
    setMeasuredFigure(modelId: $modelId, figure: $figure, value: $value) {
      __typename
      ... on EquipmentModel {
        ...ModelParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CATALOGUE = graphql(/* GraphQL */ `
  query Catalogue($filter: CatalogueFilter, $first: Int!, $after: String) {
    catalogue(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        domains {
          value
          count
          label {
            nl
            fr
            en
          }
        }
        mobility {
          value
          count
          label {
            nl
            fr
            en
          }
        }
        municipalities {
          value
          count
          label {
            nl
            fr
            en
          }
        }
      }
      edges {
        node {
          id
          code
          drawing
          mobility
          unitCount
          name {
            nl
            fr
            en
          }
          promise {
            nl
            fr
            en
          }
          domain {
            code
            name {
              nl
              fr
              en
            }
          }
          maxParticipants {
            value
          }
        }
      }
    }
  }
`);

export type UnitDetail = NonNullable<UnitQuery['equipmentUnit']>;
export type ModelDetail = NonNullable<ModelQuery['equipmentModel']>;

export const UNIT_NAME = graphql(/* GraphQL */ `
  query UnitName($code: String!) {
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
