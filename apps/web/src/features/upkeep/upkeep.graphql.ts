import { graphql } from '../../graphql/generated/gql.js';
import type {
  DefectPartsFragment,
  InspectionsDueQuery,
  ModelUpkeepQuery,
  ReplanQuery,
  StocksQuery,
} from '../../graphql/generated/graphql.js';

export const DEFECT_PARTS = graphql(/* GraphQL */ `
  fragment DefectParts on Defect {
    id
    number
    description
    severity
    status
    expectedBackOn
    note
    version
    createdAt
    reporterName
    photos {
      id
      url
      name
    }
    unit {
      id
      code
      blockedByDefect
      staysToReplan
      model {
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
`);

export const PLAN_STATE = graphql(/* GraphQL */ `
  fragment PlanState on UnitInspection {
    planId
    name {
      nl
      fr
      en
    }
    blocks
    external
    body
    intervalMonths
    intervalHours
    lastDoneOn
    lastResult
    hoursSince
    plannedOn
    validTo
    state
    unit {
      id
      code
      staysToReplan
      model {
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
`);

export const INSPECTIONS_DUE = graphql(/* GraphQL */ `
  query InspectionsDue($days: Int!) {
    inspectionsDue(days: $days) {
      ...PlanState
    }
  }
`);

export const DEFECTS = graphql(/* GraphQL */ `
  query Defects($solved: Boolean!) {
    defects(solved: $solved) {
      ...DefectParts
    }
  }
`);

export const UNIT_UPKEEP = graphql(/* GraphQL */ `
  query UnitUpkeep($code: String!) {
    equipmentUnit(code: $code) {
      id
      code
      blockedByDefect
      defectUntil
      mayReportDefect
      staysToReplan
      defects {
        ...DefectParts
      }
      inspections {
        ...PlanState
      }
      inspectionHistory {
        id
        doneOn
        result
        validTo
        body
        note
        plan {
          id
          name {
            nl
            fr
            en
          }
        }
        reports {
          id
          url
          name
        }
      }
    }
  }
`);

export const REPORT_DEFECT = graphql(/* GraphQL */ `
  mutation ReportDefect($input: ReportDefectInput!) {
    reportDefect(input: $input) {
      __typename
      ... on Defect {
        id
        number
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const HANDLE_DEFECT = graphql(/* GraphQL */ `
  mutation HandleDefect($input: HandleDefectInput!) {
    handleDefect(input: $input) {
      __typename
      ... on Defect {
        ...DefectParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const RECORD_INSPECTION = graphql(/* GraphQL */ `
  mutation RecordInspection($input: RecordInspectionInput!) {
    recordInspection(input: $input) {
      __typename
      ... on EquipmentUnit {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const PLAN_INSPECTION = graphql(/* GraphQL */ `
  mutation PlanInspection($input: PlanInspectionInput!) {
    planInspection(input: $input) {
      __typename
      ... on EquipmentUnit {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const REPLAN = graphql(/* GraphQL */ `
  query Replan($code: String!, $unitId: ID!) {
    equipmentUnit(code: $code) {
      id
      blockedByDefect
      defectUntil
    }
    replanProposals(unitId: $unitId) {
      underway
      reason {
        ...ReasonParts
      }
      reservation {
        id
        number
        version
        firstDay
        lastDay
        state
        contactName
        contactPhone
        organisation {
          id
          name
        }
        site {
          id
          name
          town
        }
      }
      options {
        ...AlternativeParts
      }
    }
  }
`);

export const UNIT_ID = graphql(/* GraphQL */ `
  query UnitId($code: String!) {
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

export const REPLAN_ALL = graphql(/* GraphQL */ `
  mutation ReplanAll($inputs: [ReplanInput!]!) {
    replanReservations(inputs: $inputs) {
      __typename
      ... on Reservation {
        id
        version
        firstDay
        lastDay
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const STOCKS = graphql(/* GraphQL */ `
  query Stocks {
    consumableStocks {
      id
      quantity
      low
      consumable {
        id
        name {
          nl
          fr
          en
        }
        measure
        lowBelow
      }
      unit {
        id
        code
      }
      site {
        id
        name
        town
      }
    }
  }
`);

export const COUNT_STOCK = graphql(/* GraphQL */ `
  mutation CountStock($consumableId: ID!, $quantity: Float!, $unitId: ID, $siteId: ID) {
    countStock(consumableId: $consumableId, quantity: $quantity, unitId: $unitId, siteId: $siteId) {
      __typename
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const MODEL_LIST = graphql(/* GraphQL */ `
  query UpkeepModels {
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

export const MODEL_UPKEEP = graphql(/* GraphQL */ `
  query ModelUpkeep($code: String!) {
    equipmentModel(code: $code) {
      id
      code
      turnaround {
        phase
        kind
        unit
        amount
      }
      inspectionPlans {
        id
        name {
          nl
          fr
          en
        }
        intervalMonths
        intervalHours
        blocks
        external
        body
        version
      }
      consumableItems {
        id
        name {
          nl
          fr
          en
        }
        measure
        per
        quantity
        lowBelow
      }
      units {
        id
        code
      }
    }
  }
`);

export const SET_TURNAROUND = graphql(/* GraphQL */ `
  mutation SetTurnaround($modelId: ID!, $steps: [TurnaroundStepInput!]!) {
    setTurnaround(modelId: $modelId, steps: $steps) {
      __typename
      ... on TurnaroundSet {
        tooTight {
          id
          number
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const MAKE_PLAN = graphql(/* GraphQL */ `
  mutation MakePlan($input: NewInspectionPlanInput!) {
    makeInspectionPlan(input: $input) {
      __typename
      ... on InspectionPlan {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CHANGE_PLAN = graphql(/* GraphQL */ `
  mutation ChangePlan($id: ID!, $version: Int!, $active: Boolean!, $input: InspectionPlanInput!) {
    changeInspectionPlan(id: $id, version: $version, active: $active, input: $input) {
      __typename
      ... on InspectionPlan {
        id
        version
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const ADD_CONSUMABLE = graphql(/* GraphQL */ `
  mutation AddConsumable($idempotencyKey: String!, $modelId: ID!, $input: ConsumableInput!) {
    addConsumable(idempotencyKey: $idempotencyKey, modelId: $modelId, input: $input) {
      __typename
      ... on Consumable {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CHANGE_CONSUMABLE = graphql(/* GraphQL */ `
  mutation ChangeConsumable($id: ID!, $active: Boolean!, $input: ConsumableInput!) {
    changeConsumable(id: $id, active: $active, input: $input) {
      __typename
      ... on Consumable {
        id
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CARE_WARNINGS = graphql(/* GraphQL */ `
  query CareWarnings($id: ID!) {
    reservation(id: $id) {
      id
      careWarnings {
        ...ReasonParts
      }
    }
  }
`);

export type DefectView = DefectPartsFragment;
export type PlanView = InspectionsDueQuery['inspectionsDue'][number];
export type ProposalView = ReplanQuery['replanProposals'][number];
export type StockView = StocksQuery['consumableStocks'][number];
export type ModelUpkeep = NonNullable<ModelUpkeepQuery['equipmentModel']>;
