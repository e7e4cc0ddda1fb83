import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../platform/graphql/enum-of.js';

export const ReservationState = enumOf('HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED', 'REJECTED', 'CANCELLED', 'EXPIRED');
export type ReservationState = keyof typeof ReservationState;
registerEnumType(ReservationState, { name: 'ReservationState' });

export const ReservationScope = enumOf('MINE', 'ORGANISATION', 'ALL');
export type ReservationScope = keyof typeof ReservationScope;
registerEnumType(ReservationScope, { name: 'ReservationScope' });

export const ReservationOrder = enumOf('SOONEST_FIRST', 'LATEST_FIRST');
export type ReservationOrder = keyof typeof ReservationOrder;
registerEnumType(ReservationOrder, { name: 'ReservationOrder', description: 'By their first day.' });
