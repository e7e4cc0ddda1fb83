import { Module } from '@nestjs/common';
import {
  AvailabilityResolver,
  CheckResultResolver,
  JourneyStopResolver,
  KitPlaceResolver,
  StayResolver,
  UnitTimesResolver,
} from './placement.resolver.js';

@Module({
  providers: [AvailabilityResolver, CheckResultResolver, KitPlaceResolver, JourneyStopResolver, StayResolver, UnitTimesResolver],
})
export class PlacementModule {}
