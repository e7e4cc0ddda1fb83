import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { CheckQuery } from '../../graphql/generated/graphql.js';
import type { ReservationView } from './reservation-parts.graphql.js';
import { CHECK, EXTEND, HOLD, RELEASE } from './reserve.graphql.js';

type Check = CheckQuery['checkReservation'];

export interface Wanted {
  readonly unitIds: readonly string[];
  /** another organisation than one's own, for a planner */
  readonly organisationId: string | null;
  readonly siteId: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The warning comes this long before the end (WCAG 2.2.1). */
const WARN_MS = 2 * 60_000;
/** While the form was used within this time, the hold is extended without asking. */
const ACTIVE_MS = 4 * 60_000;

/**
 * Asks for the verdict on what is wanted and, for who may, holds it while a form is filled in: lets it go when the wish
 * changes or the page is left, extends it silently while somebody is busy, and warns before it ends. One step after the
 * other, so that the own hold of a moment ago never stands in the way of the next.
 */
export function useHold(wanted: Wanted | null, mayHold: boolean) {
  const client = useApolloClient();
  const [check, setCheck] = useState<Check | null>(null);
  const [hold, setHold] = useState<ReservationView | null>(null);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [now, setNow] = useState(() => Date.now());
  const busyAt = useRef(now);
  const kept = useRef<string | null>(null);
  const steps = useRef<Promise<unknown>>(Promise.resolve());
  const key = wanted ? JSON.stringify(wanted) : null;

  useEffect(() => {
    setRefusal(null);
    setFailed(null);
    setCheck(null);
    if (!key) return undefined;
    let gone = false;
    let held: string | null = null;
    const { unitIds, organisationId, ...where } = JSON.parse(key) as Wanted;
    const next = (step: () => Promise<void>) => {
      steps.current = steps.current.then(step).catch((error: unknown) => {
        if (!gone) setFailed(error);
      });
    };
    next(async () => {
      if (gone) return;
      const { data } = await client.query({
        query: CHECK,
        variables: { input: { unitIds: [...unitIds], ...where } },
        fetchPolicy: 'no-cache',
      });
      if (gone || !data) return;
      setCheck(data.checkReservation);
      if (!data.checkReservation.ok || !mayHold) return;
      const idempotencyKey = crypto.randomUUID();
      const { data: answer } = await client.mutate({
        mutation: HOLD,
        variables: { input: { idempotencyKey, unitIds: [...unitIds], organisationId, ...where } },
      });
      const result = answer?.holdKit;
      if (result?.__typename === 'Reservation') {
        held = result.id;
        if (!gone) setHold(result);
      } else if (result && !gone) setRefusal(result);
    });
    return () => {
      gone = true;
      setHold(null);
      next(async () => {
        if (held && kept.current !== held) await client.mutate({ mutation: RELEASE, variables: { id: held } });
      });
    };
  }, [client, key, mayHold]);

  const extend = useCallback(async () => {
    if (!hold) return;
    busyAt.current = Date.now();
    const { data } = await client.mutate({ mutation: EXTEND, variables: { id: hold.id } });
    const result = data?.extendHold;
    if (result?.__typename === 'Reservation') setHold({ ...hold, version: result.version, holdExpiresAt: result.holdExpiresAt });
    else if (result) {
      setHold(null);
      setRefusal(result);
    }
  }, [client, hold]);

  useEffect(() => {
    if (!hold?.holdExpiresAt) return undefined;
    const timer = setInterval(() => {
      const at = Date.now();
      setNow(at);
      const left = Date.parse(hold.holdExpiresAt!) - at;
      if (left < 2 * WARN_MS && left > 0 && at - busyAt.current < ACTIVE_MS) void extend().catch(() => undefined);
    }, 5_000);
    return () => clearInterval(timer);
  }, [hold, extend]);

  const left = hold?.holdExpiresAt ? Date.parse(hold.holdExpiresAt) - now : null;
  return {
    check,
    hold: left !== null && left <= 0 ? null : hold,
    ended: left !== null && left <= 0,
    warn: left !== null && left > 0 && left < WARN_MS,
    refusal,
    failed,
    extend,
    /** Somebody is filling in the form. */
    touch: () => {
      busyAt.current = Date.now();
    },
    /** Submitted: leaving the page no longer lets it go. */
    keep: (id: string) => {
      kept.current = id;
    },
  };
}
