import { graphql } from '../../graphql/generated/gql.js';
import type { TripBoardQuery, TripPartsFragment } from '../../graphql/generated/graphql.js';

export const TRIP_PARTS = graphql(/* GraphQL */ `
  fragment TripParts on Trip {
    id
    number
    day
    state
    version
    departsAt
    returnsAt
    km
    driveMinutes
    note
    seenVersion
    seenAt
    vehicle {
      id
      name
      plate
      volumeM3
      payloadKg
      tailLift
      depot {
        id
        name
        town
        latitude
        longitude
      }
    }
    driver {
      id
      name
      phone
    }
    helper {
      id
      name
    }
    figures {
      minutes
      cents
      co2Kg
      volumeM3
      massKg
      emptyKm
    }
    stops {
      id
      kind
      position
      arrivesAt
      startsAt
      departsAt
      doneAt
      site {
        id
        name
        street
        postcode
        town
        deliveryStreet
        deliveryNote
        latitude
        longitude
      }
      contact {
        name
        phone
      }
      leg {
        id
        deliverBefore
        pickUpAfter
        reservation {
          id
          number
        }
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
            cases
            massKg {
              value
            }
            volumeM3 {
              value
            }
          }
        }
      }
    }
    events {
      id
      kind
      minutes
      note
      happenedAt
      settledAt
      byName
      leg {
        id
        unit {
          id
          code
        }
      }
    }
  }
`);

export const TRIP_BOARD = graphql(/* GraphQL */ `
  query TripBoard($day: Date!, $until: Date!) {
    trips(from: $day, to: $day) {
      ...TripParts
    }
    vehicles {
      id
      code
      name
      volumeM3
      payloadKg
      tailLift
    }
    drivers {
      id
      name
    }
    transportAbsences {
      id
      vehicleId
      personId
      firstDay
      lastDay
      reason
    }
    tripEvents {
      id
      kind
      minutes
      note
      happenedAt
      byName
      leg {
        id
        unit {
          id
          code
        }
      }
      trip {
        id
        number
        day
      }
    }
    legs(from: $day, to: $until, carriage: VAN, first: 100) {
      totalCount
      edges {
        node {
          id
          arrived
          pickUpAfter
          deliverBefore
          travel {
            km
            minutes
          }
          trip {
            id
          }
          fromSite {
            id
            name
            town
          }
          toSite {
            id
            name
            town
          }
          reservation {
            id
            number
            state
          }
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
              volumeM3 {
                value
              }
              massKg {
                value
              }
              needsTailLift
              needsTwoPersons
            }
          }
        }
      }
    }
  }
`);

export const TRIP = graphql(/* GraphQL */ `
  query Trip($id: ID!) {
    trip(id: $id) {
      ...TripParts
    }
  }
`);

export const MY_TRIPS = graphql(/* GraphQL */ `
  query MyTrips($from: Date!, $to: Date!) {
    trips(from: $from, to: $to, mine: true) {
      ...TripParts
    }
    settings {
      contactPhone
    }
  }
`);

export const PLAN_TRIP = graphql(/* GraphQL */ `
  mutation PlanTrip($input: PlanTripInput!) {
    planTrip(input: $input) {
      __typename
      ... on Trip {
        ...TripParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const CHANGE_TRIP = graphql(/* GraphQL */ `
  mutation ChangeTrip($input: ChangeTripInput!) {
    changeTrip(input: $input) {
      __typename
      ... on Trip {
        ...TripParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const MOVE_LEG = graphql(/* GraphQL */ `
  mutation MoveLeg($legId: ID!, $from: SeenTrip!, $to: SeenTrip!) {
    moveLeg(legId: $legId, from: $from, to: $to) {
      __typename
      ... on Trip {
        ...TripParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const TURN_TRIP = graphql(/* GraphQL */ `
  mutation TurnTrip($trip: SeenTrip!, $state: TripState!) {
    turnTrip(trip: $trip, state: $state) {
      __typename
      ... on Trip {
        ...TripParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const SEE_TRIP = graphql(/* GraphQL */ `
  mutation SeeTrip($trip: SeenTrip!) {
    seeTrip(trip: $trip) {
      __typename
      ... on Trip {
        id
        seenVersion
        seenAt
      }
    }
  }
`);

export const REPORT_DEVIATION = graphql(/* GraphQL */ `
  mutation ReportDeviation($input: DeviationInput!) {
    reportDeviation(input: $input) {
      __typename
      ... on Trip {
        ...TripParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export const SETTLE_EVENT = graphql(/* GraphQL */ `
  mutation SettleEvent($id: ID!) {
    settleEvent(id: $id) {
      __typename
      ... on Trip {
        ...TripParts
      }
      ... on Refusal {
        ...RefusalParts
      }
    }
  }
`);

export type TripRow = TripPartsFragment;
export type StopRow = TripRow['stops'][number];
export type OpenLeg = TripBoardQuery['legs']['edges'][number]['node'];
export type Board = TripBoardQuery;
