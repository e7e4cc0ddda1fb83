import { Leg } from './legs/leg.entity.js';
import { planningEntities } from './planning/entities.js';
import { Stop, Trip, TripEvent, TripSeat } from './trips/trip.entity.js';
import { TransportAbsence } from './vehicles/transport-absence.entity.js';
import { Vehicle } from './vehicles/vehicle.entity.js';

export const transportEntities = [Leg, Vehicle, TransportAbsence, Trip, Stop, TripEvent, TripSeat, ...planningEntities];
