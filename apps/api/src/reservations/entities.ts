import { AgendaLink } from './agenda/agenda-link.entity.js';
import { Reservation } from './reservation.entity.js';
import { UsageGroup } from './usage/usage-group.entity.js';

export const reservationEntities = [Reservation, AgendaLink, UsageGroup];
