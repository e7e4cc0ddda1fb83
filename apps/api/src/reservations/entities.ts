import { AgendaLink } from './agenda/agenda-link.entity.js';
import { Reservation } from './reservation.entity.js';

export const reservationEntities = [Reservation, AgendaLink];
