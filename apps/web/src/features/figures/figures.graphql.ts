import { graphql } from '../../graphql/generated/gql.js';
import type { CoverageQuery, IndicatorsQuery, UnmetDemandQuery } from '../../graphql/generated/graphql.js';

export const INDICATORS = graphql(/* GraphQL */ `
  query Indicators($from: Date!, $to: Date!) {
    indicators(from: $from, to: $to) {
      reservations
      ended
      submitted
      rejected
      cancelled
      participants
      hoursUsed
      trainingHours
      companies
      smes
      companiesUnnamed
      groups {
        targetGroup
        reservations
        participants
        hoursUsed
        trainingHours
      }
      units {
        usedDays
        workingDays
        share
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
      sites {
        usedDays
        unitDays
        share
        site {
          id
          code
          name
          town
        }
      }
      areas {
        area
        inhabitants
        reservations
        participants
        hoursUsed
        share
        inhabitantsShare
      }
    }
  }
`);

export const UNMET_DEMAND = graphql(/* GraphQL */ `
  query UnmetDemand($from: Date!, $to: Date!) {
    unmetDemand(from: $from, to: $to) {
      modelCode
      domain
      nis
      municipality
      area
      searches
      refusals
      open
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
    domains {
      code
      name {
        nl
        fr
        en
      }
    }
  }
`);

export const COVERAGE = graphql(/* GraphQL */ `
  query Coverage($input: CoverageInput!) {
    coverage(input: $input) {
      month
      km
      inhabitants
      covered
      share
      siteCount
      inhabitantsOn
      source
      areas {
        area
        inhabitants
        covered
        share
      }
      municipalities {
        nis
        name
        area
        inhabitants
        covered
        share
      }
    }
    domains {
      code
      name {
        nl
        fr
        en
      }
    }
  }
`);

export type Figures = IndicatorsQuery['indicators'];
export type UnmetRow = UnmetDemandQuery['unmetDemand'][number];
export type CoverageFigures = CoverageQuery['coverage'];
