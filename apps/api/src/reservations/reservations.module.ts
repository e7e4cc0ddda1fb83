import { Module } from '@nestjs/common';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaResolver } from './agenda/agenda.resolver.js';
import { BlockResolver, RefusalReservationResolver, ReservationFieldsResolver } from './reservation-fields.resolver.js';
import { ReservationsResolver } from './reservations.resolver.js';
import { UnitBlocksResolver } from './unit-blocks.resolver.js';
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
    UsageResolver,
  ],
})
export class ReservationsModule {}
