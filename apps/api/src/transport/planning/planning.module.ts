import { Module } from '@nestjs/common';
import {
  BookedNowResolver,
  LeftOutResolver,
  PlansResolver,
  ProposalItemResolver,
  ProposalResolver,
} from './planning.resolver.js';

@Module({ providers: [PlansResolver, ProposalResolver, ProposalItemResolver, BookedNowResolver, LeftOutResolver] })
export class PlanningModule {}
