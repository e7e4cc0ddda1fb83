import type { LocalizedText } from '../graphql/localized-text.js';
import type { MailTopic } from './mail-kinds.js';

/** What a mail about a reservation tells. Days are YYYY-MM-DD, both included. */
export interface ReservationFacts {
  readonly reservationId: string;
  /** As people see it: R-00042. */
  readonly number: string;
  readonly kits: readonly LocalizedText[];
  readonly siteName: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Why it was rejected, changed or cancelled, in the words of who did it. */
  readonly reason?: string | null;
}

/** The day before: whom to ask, and between which hours somebody must be there. */
export interface PickupFacts extends ReservationFacts {
  readonly contact: string;
  /** On the clock in Brussels; null when the site's hours are not known. */
  readonly window: { readonly from: string; readonly to: string } | null;
}

/** What was offered to who waited, or was let pass. */
export interface OfferFacts extends Omit<ReservationFacts, 'reservationId'> {
  readonly waitingId: string;
  /** ISO 8601; absent when the time is over. */
  readonly answerBefore?: string;
}

/** What is wrong with which unit, and how many bookings it stands in the way of. */
export interface DefectFacts {
  readonly unitCode: string;
  readonly kit: LocalizedText;
  readonly defect: string;
  readonly bookings: number;
}

export interface InspectionFacts {
  readonly unitCode: string;
  readonly kit: LocalizedText;
  readonly inspection: LocalizedText;
  /** Null when it goes by hours of use. */
  readonly validTo: string | null;
}

/** A wish: its window while it is open, its days once it is placed. */
export interface RequestFacts {
  readonly requestId: string;
  /** As people see it: A-00042. */
  readonly requestNumber: string;
  /** What it was given. */
  readonly reservationId: string | null;
  readonly kits: readonly LocalizedText[];
  readonly siteName: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason?: string | null;
}

/** The reservations of a series that stand. */
export interface SeriesFacts {
  readonly seriesId: string;
  /** As people see it: S-00042. */
  readonly seriesNumber: string;
  readonly kits: readonly LocalizedText[];
  readonly times: readonly { readonly firstDay: string; readonly lastDay: string; readonly siteName: string }[];
}

/** A kit that somebody follows has a stay near their site. */
export interface NearFacts {
  readonly kitCode: string;
  readonly kits: readonly LocalizedText[];
  readonly siteName: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Whole kilometres from the follower's site. */
  readonly km: string;
}

/** A session to obtain an authorisation. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly kits: readonly LocalizedText[];
  readonly siteName: string;
  readonly day: string;
  /** On the clock in Brussels. */
  readonly window: { readonly from: string; readonly to: string };
  readonly trainer: string;
  /** Why it was called off. */
  readonly reason?: string | null;
}

/** Each kind of mail with what its text needs. */
export interface MailData {
  submitted: ReservationFacts;
  confirmed: ReservationFacts;
  rejected: ReservationFacts;
  changed: ReservationFacts;
  cancelled: ReservationFacts;
  pickupTomorrow: PickupFacts;
  overdue: ReservationFacts & { readonly contact: string };
  /** Something of a kit that was booked is missing or broken; the reason names it. */
  kitIncomplete: ReservationFacts;
  waitingOffer: OfferFacts;
  waitingLapsed: OfferFacts;
  defectReported: DefectFacts;
  defectBlocks: DefectFacts;
  inspectionsDue: { readonly count: number; readonly items: readonly InspectionFacts[] };
  kitComesNear: NearFacts;
  authorisationEnds: { readonly kits: readonly LocalizedText[]; readonly authorisedUntil: string };
  /** To who comes along with a loan. */
  instructionPlanned: ReservationFacts & { readonly instructionId: string };
  instructionFreed: ReservationFacts & { readonly instructionId: string };
  sessionJoined: SessionFacts;
  sessionCancelled: SessionFacts;
  sessionTomorrow: SessionFacts;
  requestSubmitted: RequestFacts;
  requestPlaced: RequestFacts;
  requestRefused: RequestFacts;
  requestNotPlaced: RequestFacts;
  seriesSubmitted: SeriesFacts;
  seriesChanged: SeriesFacts;
  seriesCancelled: SeriesFacts;
  accessAccepted: { readonly organisationName: string; readonly token: string; readonly days: number };
  accessRejected: { readonly organisationName: string; readonly reason: string };
  passwordLink: { readonly token: string; readonly hours: number };
}

export type MailTemplate = keyof MailData;

/** The sentences of one language; `{word}` is filled in. A template: subject, paragraphs, and the text of its link. */
export interface MailCatalogue {
  readonly greeting: string;
  readonly closing: string;
  readonly labels: {
    number: string;
    kits: string;
    site: string;
    period: string;
    reason: string;
    answerBefore: string;
    defect: string;
    series: string;
    request: string;
    contact: string;
    window: string;
    day: string;
    trainer: string;
    validUntil: string;
  };
  readonly period: { one: string; more: string };
  /** `{from}` to `{to}`. */
  readonly hours: string;
  /** Under every mail that may be turned off; its link leads to the choices. */
  readonly choose: string;
  readonly unsubscribe: {
    title: string;
    ask: string;
    button: string;
    done: string;
    choose: string;
    topics: Readonly<Record<MailTopic, string>>;
  };
  readonly templates: Readonly<Record<MailTemplate, { subject: string; paragraphs: readonly string[]; link: string | null }>>;
}
