import type { ApolloClient } from '@apollo/client';
import { REPORT_DEVIATION, type TripRow } from './trips.graphql.js';

/** What this device keeps of a driver's trips, to read without network. */
export interface KeptTrips {
  readonly personId: string;
  readonly savedAt: string;
  readonly trips: readonly TripRow[];
  readonly phone: string | null;
}

/** What a driver told without network; it waits until the server has it. */
export interface WaitingReport {
  readonly personId: string;
  readonly input: {
    readonly idempotencyKey: string;
    readonly tripId: string;
    readonly kind: 'LATE' | 'NOT_READY' | 'REFUSED' | 'BROKEN_DOWN';
    readonly legId: string | null;
    readonly minutes: number | null;
    readonly note: string | null;
    readonly happenedAt: string;
  };
  /** The server's answer, where it was no. */
  readonly refused?: boolean;
}

/** Signing out forgets what was read, and never what was not sent yet. */
export const READ_KEY = 'karavaan-read-trips';
const UNSENT_KEY = 'karavaan-unsent-reports';

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

const readReports = () => (read(UNSENT_KEY) ?? []) as WaitingReport[];

export const keepTrips = (kept: KeptTrips): void => localStorage.setItem(READ_KEY, JSON.stringify(kept));

export function readTrips(personId: string): KeptTrips | null {
  const kept = read(READ_KEY) as KeptTrips | null;
  return kept?.personId === personId ? kept : null;
}

export const waitingReports = (personId: string): WaitingReport[] => readReports().filter((each) => each.personId === personId);

function change(of: (all: readonly WaitingReport[]) => WaitingReport[]): void {
  localStorage.setItem(UNSENT_KEY, JSON.stringify(of(readReports())));
}

const isOther =
  ({ input }: WaitingReport) =>
  (each: WaitingReport) =>
    each.input.idempotencyKey !== input.idempotencyKey;

export const keepReport = (report: WaitingReport): void => change((all) => [...all, report]);
export const dropReport = (report: WaitingReport): void => change((all) => all.filter(isOther(report)));

/** Sends what waits, the oldest first; what the server refuses stays, marked. Throws where there is no network. */
export async function sendReports(client: ApolloClient, personId: string): Promise<void> {
  for (const report of waitingReports(personId)) {
    if (report.refused) continue;
    const { data } = await client.mutate({
      mutation: REPORT_DEVIATION,
      variables: { input: report.input },
      fetchPolicy: 'no-cache',
    });
    const result = data!.reportDeviation;
    if (result.__typename === 'Refusal') {
      // A session that ended is no answer to what was told.
      if (result.reasons.some(({ code }) => code === 'NOT_SIGNED_IN')) throw new Error('signed out');
      change((all) => all.map((each) => (isOther(report)(each) ? each : { ...each, refused: true })));
    } else dropReport(report);
  }
}
