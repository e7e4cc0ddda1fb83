import { Reservation } from './reservation.entity.js';

export const reservationEntities = [Reservation];
