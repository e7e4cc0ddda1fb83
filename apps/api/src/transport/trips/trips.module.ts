import { Module } from '@nestjs/common';
import { LegTripResolver, StopsResolver, TripEventsResolver, TripsResolver, VehiclesResolver } from './trips.resolver.js';

@Module({ providers: [TripsResolver, StopsResolver, TripEventsResolver, VehiclesResolver, LegTripResolver] })
export class TripsModule {}
