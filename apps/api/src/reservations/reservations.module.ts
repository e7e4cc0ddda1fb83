import { Module } from '@nestjs/common';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaResolver } from './agenda/agenda.resolver.js';
import {
  DefectResolver,
  InspectionResolver,
  ModelCareResolver,
  ReservationCareResolver,
  UnitCareResolver,
  UnitInspectionResolver,
} from './care/care-fields.resolver.js';
import { CareListsResolver } from './care/care-lists.resolver.js';
import { CareResolver } from './care/care.resolver.js';
import {
  ConsumablesResolver,
  LoanConsumableResolver,
  ModelConsumablesResolver,
  ReservationConsumablesResolver,
} from './consumables/consumables.resolver.js';
import { BlockResolver, RefusalReservationResolver, ReservationFieldsResolver } from './reservation-fields.resolver.js';
import { ReservationsResolver } from './reservations.resolver.js';
import { UnitBlocksResolver } from './unit-blocks.resolver.js';
import { ReliabilityResolver } from './reliability.resolver.js';
import { instructorsResolvers } from './instructors/instructors.resolver.js';
import { TermsResolver } from './terms/terms.resolver.js';
import { SessionsResolver } from './authorisations/sessions.resolver.js';
import { AuthorisationRulesResolver, AuthorisationsResolver } from './authorisations/authorisations.resolver.js';
import { FollowResolver } from './follow/follow.resolver.js';
import { ModelWaitingResolver, WaitingResolver } from './waiting/waiting.resolver.js';
import { seriesResolvers } from './series/series.resolver.js';
import { PlaceOptionResolver, RequestsResolver } from './requests/requests.resolver.js';
import { RoundPlacementResolver, RoundsResolver } from './rounds/rounds.resolver.js';
import { HandoverResolver } from './handover/handover.resolver.js';
import { LiveResolver } from './live/live.resolver.js';
import { UsageResolver } from './usage/usage.resolver.js';

@Module({
  controllers: [AgendaController],
  providers: [
    ReservationsResolver,
    ReservationFieldsResolver,
    RefusalReservationResolver,
    BlockResolver,
    UnitBlocksResolver,
    AgendaResolver,
    HandoverResolver,
    RequestsResolver,
    PlaceOptionResolver,
    RoundsResolver,
    RoundPlacementResolver,
    WaitingResolver,
    ModelWaitingResolver,
    ...seriesResolvers,
    FollowResolver,
    AuthorisationsResolver,
    AuthorisationRulesResolver,
    SessionsResolver,
    TermsResolver,
    ...instructorsResolvers,
    ReliabilityResolver,
    UsageResolver,
    LiveResolver,
    CareResolver,
    ConsumablesResolver,
    LoanConsumableResolver,
    ModelConsumablesResolver,
    ReservationConsumablesResolver,
    CareListsResolver,
    ModelCareResolver,
    UnitCareResolver,
    UnitInspectionResolver,
    InspectionResolver,
    DefectResolver,
    ReservationCareResolver,
  ],
})
export class ReservationsModule {}
