import { Module } from '@nestjs/common';
import {
  BookedNowResolver,
  LeftOutResolver,
  PlansResolver,
  ProposalItemResolver,
  ProposalResolver,
  ProposedTripResolver,
} from './planning.resolver.js';

@Module({
  providers: [PlansResolver, ProposalResolver, ProposalItemResolver, ProposedTripResolver, BookedNowResolver, LeftOutResolver],
})
export class PlanningModule {}
