import { graphql } from '../../graphql/generated/gql.js';
import type { HandoverInput, HandoverSheetPartsFragment } from '../../graphql/generated/graphql.js';

export const SHEET_PARTS = graphql(/* GraphQL */ `
  fragment HandoverSheetParts on HandoverSheet {
    reservationId
    number
    state
    firstDay
    lastDay
    organisationName
    siteName
    siteTown
    deliveryNote
    contactName
    contactPhone
    units {
      unitId
      code
      drawing
      state
      stillOut
      modelName {
        nl
        fr
        en
      }
      boxes {
        box
        passed
        lost
        parts {
          position
          quantity
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

export const HANDOVERS = graphql(/* GraphQL */ `
  query Handovers {
    handovers {
      ...HandoverSheetParts
    }
  }
`);

export const HANDOVER_SHEET = graphql(/* GraphQL */ `
  query HandoverSheet($reservationId: ID!) {
    handoverSheet(reservationId: $reservationId) {
      ...HandoverSheetParts
    }
  }
`);

export const HANDOVER_RECORDS = graphql(/* GraphQL */ `
  query HandoverRecords($reservationId: ID!) {
    handoverSheet(reservationId: $reservationId) {
      reservationId
      records {
        id
        moment
        happenedAt
        recordedByName
        giverName
        giverStrokes
        receiverName
        receiverStrokes
        remark
        second
        boxes {
          unitCode
          box
          state
          parts {
            missing
            broken
            note
            name {
              nl
              fr
              en
            }
          }
        }
        photos {
          id
          name
          url
          mediaType
        }
      }
    }
  }
`);

export const RECORD_HANDOVER = graphql(/* GraphQL */ `
  mutation RecordHandover($input: HandoverInput!) {
    recordHandover(input: $input) {
      __typename
      ... on HandedOver {
        sheet {
          ...HandoverSheetParts
        }
        affected {
          number
          unitCode
          firstDay
          siteName
        }
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const SCANNED_UNIT = graphql(/* GraphQL */ `
  query ScannedUnit($code: String!) {
    scannedUnit(code: $code) {
      unitCode
      number
      reservationId
    }
  }
`);

export type Sheet = HandoverSheetPartsFragment;
export type SheetUnit = Sheet['units'][number];
export type SheetBox = SheetUnit['boxes'][number];
export type { HandoverInput };
