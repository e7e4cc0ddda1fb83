import { isDay } from '@karavaan/domain';
import type { ReservationDetail } from './reservation.graphql.js';

type Entry = ReservationDetail['history'][number];
type Change = Entry['changes'][number];

/** What happened, by the name that its sentence has in the catalogue. */
export const HAPPENED = [
  'hold',
  'offer',
  'submit',
  'change',
  'confirm',
  'reject',
  'cancel',
  'release',
  'expire',
  'reinstate',
  'report',
  'noShow',
  'handOver',
] as const;
export type Happened = (typeof HAPPENED)[number];

/** The fields that people know, in the order in which they are told. */
const TOLD = [
  'firstDay',
  'lastDay',
  'siteId',
  'groupSize',
  'purpose',
  'contactName',
  'contactPhone',
  'remark',
  'participants',
  'hoursUsed',
  'decisionReason',
  'overrideReason',
] as const;
export type Told = (typeof TOLD)[number];

export type HistoryLine = {
  at: string;
  actorName: string | null;
  action: Happened;
  changes: { field: Told; before: string | null; after: string | null; personal: boolean }[];
};

/** What a new reservation starts with is no change; personal values are kept by name only. */
function toldChanges(action: Happened, changes: readonly Change[]): HistoryLine['changes'] {
  const starts = action === 'hold' || action === 'offer' || action === 'submit' || action === 'reinstate';
  return TOLD.flatMap((field) => {
    const change = changes.find((each) => each.field === field);
    if (!change) return [];
    const { before, after } = change;
    const personal = before === null && after === null;
    if (starts && field !== 'overrideReason') return [];
    if (!personal && before === after) return [];
    return [{ field, before, after, personal }];
  });
}

/** The history for people; where it begins or decides before its trace, the reservation itself tells. */
export function historyLines(
  reservation: Omit<Partial<ReservationDetail>, 'history'> & Pick<ReservationDetail, 'history'>,
): HistoryLine[] {
  const lines = reservation.history.flatMap(({ at, actorName, action, changes }) => {
    const happened = HAPPENED.find((each) => action === `reservation.${each}`);
    return happened ? [{ at, actorName, action: happened, changes: toldChanges(happened, changes) }] : [];
  });
  const { createdAt, requester, decidedAt, decidedBy, state } = reservation;
  const has = (...actions: Happened[]) => lines.some(({ action }) => actions.includes(action));
  if (createdAt && !has('hold', 'offer', 'submit'))
    lines.push({ at: createdAt, actorName: requester?.name ?? null, action: 'submit', changes: [] });
  if (decidedAt && state && !has('confirm', 'reject'))
    lines.push({
      at: decidedAt,
      actorName: decidedBy?.name ?? null,
      action: state === 'REJECTED' ? 'reject' : 'confirm',
      changes: [],
    });
  return lines.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

type Say = { day: (day: string) => string; site: (id: string) => string; number: (value: number) => string; nothing: string };

/** A kept value as people read it; never an id. */
export function sayValue(field: Told, value: string | null, say: Say): string {
  if (value === null || value === '') return say.nothing;
  if (field === 'siteId') return say.site(value);
  if (isDay(value)) return say.day(value);
  if (field === 'groupSize' || field === 'participants' || field === 'hoursUsed') return say.number(Number(value));
  return value;
}
