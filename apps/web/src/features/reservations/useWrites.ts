import { useApolloClient } from '@apollo/client/react';
import { useCallback, useMemo, useState } from 'react';
import type { ReportMutationVariables } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { CONFIRM, REJECT } from './inbox.graphql.js';
import { CANCEL, CHANGE, NOTE_NO_SHOW, REINSTATE, RESERVATION } from './reservation.graphql.js';
import { REPORT } from './report.graphql.js';
import type { ReservationView } from './reservation-parts.graphql.js';
import { RELEASE, SUBMIT } from './reserve.graphql.js';

type Seen = Pick<ReservationView, 'id' | 'version'>;
type Refused = { __typename: 'Refusal' } & RefusalParts;
export type Written = { __typename: 'Reservation'; id: string; version: number } | Refused;

/** The writes on one reservation: each gives what the API answered, a refusal included; the shown one is fetched again. */
export function useWrites() {
  const client = useApolloClient();
  return useMemo(() => {
    const refetchQueries = [RESERVATION];
    return {
      confirm: ({ id, version }: Seen) =>
        client
          .mutate({ mutation: CONFIRM, variables: { id, version }, refetchQueries })
          .then(({ data }) => data!.confirmReservation as Written),
      reject: ({ id, version }: Seen, reason: string) =>
        client
          .mutate({ mutation: REJECT, variables: { id, version, reason }, refetchQueries })
          .then(({ data }) => data!.rejectReservation as Written),
      cancel: ({ id, version }: Seen) =>
        client
          .mutate({ mutation: CANCEL, variables: { id, version }, refetchQueries })
          .then(({ data }) => data!.cancelReservation as Written),
      reinstate: ({ id, version }: Seen) =>
        client
          .mutate({ mutation: REINSTATE, variables: { id, version }, refetchQueries })
          .then(({ data }) => data!.reinstateReservation as Written),
      noShow: ({ id, version }: Seen, noShow: boolean) =>
        client
          .mutate({ mutation: NOTE_NO_SHOW, variables: { id, version, noShow }, refetchQueries })
          .then(({ data }) => data!.noteNoShow as Written),
      report: ({ id, version }: Seen, report: UseReport) =>
        client
          .mutate({ mutation: REPORT, variables: { id, version, ...report }, refetchQueries })
          .then(({ data }) => data!.reportUse as Written),
      release: ({ id }: Seen) =>
        client
          .mutate({ mutation: RELEASE, variables: { id }, refetchQueries })
          .then(({ data }) => data!.releaseHold as unknown as Written),
      submit: ({ id, version, ...shown }: ReservationView) =>
        client
          .mutate({
            mutation: SUBMIT,
            variables: {
              id,
              version,
              details: {
                purpose: shown.purpose,
                groupSize: shown.groupSize,
                contactName: shown.contactName,
                contactPhone: shown.contactPhone,
                remark: shown.remark,
              },
            },
            refetchQueries,
          })
          .then(({ data }) => data!.submitReservation as Written),
      change: (input: ChangeInput) =>
        client
          .mutate({ mutation: CHANGE, variables: { input }, refetchQueries })
          .then(({ data }) => data!.changeReservation as Written),
      /** What somebody else changed meanwhile. */
      refresh: () => client.refetchQueries({ include: refetchQueries }),
    };
  }, [client]);
}

export type UseReport = Omit<ReportMutationVariables, 'id' | 'version'>;

export type ChangeInput = {
  id: string;
  version: number;
  firstDay: string;
  lastDay: string;
  siteId: string;
  overrideReason: string | null;
  details: {
    purpose: string;
    groupSize: number | null;
    contactName: string;
    contactPhone: string;
    remark: string;
  };
};

/** Runs one write at a time: says that it is busy, and keeps the refusal or the failure to show. */
export function useRun() {
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const run = useCallback(async (name: string, write: () => Promise<Written>) => {
    setBusy(name);
    setRefusal(null);
    setFailed(null);
    try {
      const result = await write();
      if (result.__typename === 'Reservation') return result;
      setRefusal(result);
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(null);
    }
    return null;
  }, []);
  return { busy, refusal, failed, run };
}
