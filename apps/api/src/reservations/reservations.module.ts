import { Module } from '@nestjs/common';
import { BlockResolver, RefusalReservationResolver, ReservationFieldsResolver } from './reservation-fields.resolver.js';
import { ReservationsResolver } from './reservations.resolver.js';

@Module({ providers: [ReservationsResolver, ReservationFieldsResolver, RefusalReservationResolver, BlockResolver] })
export class ReservationsModule {}
