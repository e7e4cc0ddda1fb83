import { graphql } from '../../graphql/generated/gql.js';
import type { EquipmentValueQuery } from '../../graphql/generated/graphql.js';

export const VALUE = graphql(/* GraphQL */ `
  query EquipmentValue($from: Date, $to: Date) {
    equipmentValue(from: $from, to: $to) {
      from
      to
      unusedCents
      total {
        acquisition
        transport
        maintenance
        cents
        hours
        trainingHours
        reservations
        perHour
        perTrainingHour
      }
      units {
        acquisition
        transport
        maintenance
        cents
        hours
        trainingHours
        reservations
        perHour
        perTrainingHour
        usedDays
        workingDays
        paidCents
        claimedCents
        idle
        unit {
          id
          code
          model {
            id
            code
            domain {
              code
            }
            name {
              nl
              fr
              en
            }
          }
        }
      }
      sites {
        cents
        hours
        trainingHours
        reservations
        perHour
        perTrainingHour
        site {
          id
          code
          name
          town
          municipality
          nis
        }
      }
      groups {
        targetGroup
        cents
        hours
        trainingHours
        reservations
        perHour
        perTrainingHour
      }
    }
  }
`);

export const UNIT_PAPERS = graphql(/* GraphQL */ `
  query UnitPapers($code: String!) {
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
      asset {
        id
        costCents
        bookValueCents
        insuredCents
        durableUntil
        repaymentCents
        parts {
          basisPoints
          cents
          invoiceLine {
            id
            description
            invoice {
              id
              number
            }
          }
        }
      }
    }
    reservations(filter: { unitCode: $code, states: [ENDED] }, first: 100) {
      edges {
        node {
          id
          number
          firstDay
          lastDay
          participants
          hoursUsed
          site {
            id
            name
          }
          organisation {
            id
            name
          }
        }
      }
      totalCount
    }
  }
`);

export const UNIT_COSTS = graphql(/* GraphQL */ `
  query UnitCosts($unitId: ID!) {
    costProposals(filter: { unitId: $unitId, states: [PROPOSED, ACCEPTED] }, first: 100) {
      edges {
        node {
          id
          kind
          onDay
          description
          km
          hours
          cents
          reservation {
            id
            number
          }
        }
      }
      totalCount
    }
  }
`);

export const BOUGHT = graphql(/* GraphQL */ `
  query BoughtByInvoice($id: ID!) {
    invoice(id: $id) {
      id
      lines {
        id
        description
        bought {
          basisPoints
          hours
          trainingHours
          reservations
          unit {
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
      }
    }
  }
`);

export type Value = EquipmentValueQuery['equipmentValue'];
export type UnitValue = Value['units'][number];
