import { AgendaLink } from './agenda/agenda-link.entity.js';
import { Authorisation, AuthorisationRule } from './authorisations/authorisation.entities.js';
import { LoanTerms, TermsAcceptance } from './terms/terms.entities.js';
import { AuthorisationSession, SessionPlace } from './authorisations/session.entities.js';
import { ConsumableUse } from './consumables/consumable-use.entity.js';
import { Handover, HandoverBox } from './handover/handover.entity.js';
import { Follow, FollowNotice } from './follow/follow.entities.js';
import { Reservation } from './reservation.entity.js';
import { Request } from './requests/request.entity.js';
import { RequestRound, RequestRoundModel } from './rounds/request-round.entity.js';
import { RoundPlacement } from './rounds/round-placement.entity.js';
import { ReservationSeries, SeriesOccurrence } from './series/series.entities.js';
import { UsageGroup } from './usage/usage-group.entity.js';
import { WaitingEntry } from './waiting/waiting-entry.entity.js';

export const reservationEntities = [
  Reservation,
  Request,
  RequestRound,
  RequestRoundModel,
  RoundPlacement,
  Handover,
  HandoverBox,
  AgendaLink,
  UsageGroup,
  ConsumableUse,
  WaitingEntry,
  ReservationSeries,
  SeriesOccurrence,
  Follow,
  FollowNotice,
  Authorisation,
  AuthorisationRule,
  AuthorisationSession,
  SessionPlace,
  LoanTerms,
  TermsAcceptance,
];
