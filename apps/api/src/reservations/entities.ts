import { AgendaLink } from './agenda/agenda-link.entity.js';
import { Reservation } from './reservation.entity.js';
import { UsageGroup } from './usage/usage-group.entity.js';
import { WaitingEntry } from './waiting/waiting-entry.entity.js';

export const reservationEntities = [Reservation, AgendaLink, UsageGroup, WaitingEntry];
