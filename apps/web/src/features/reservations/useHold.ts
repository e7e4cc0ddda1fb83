import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { EXTEND, HOLD, RELEASE, type ReservationView } from './reservations.graphql.js';

export interface Wanted {
  readonly unitId: string;
  readonly siteId: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The warning comes this long before the end (WCAG 2.2.1). */
const WARN_MS = 2 * 60_000;
/** While the form was used within this time, the hold is extended without asking. */
const ACTIVE_MS = 4 * 60_000;

/**
 * Holds what is wanted while a form is filled in: takes it when it becomes known, lets it go when it changes or the page
 * is left, extends it silently while somebody is busy, and warns before it ends.
 */
export function useHold(wanted: Wanted | null, enabled: boolean) {
  const client = useApolloClient();
  const [hold, setHold] = useState<ReservationView | null>(null);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [now, setNow] = useState(() => Date.now());
  const busyAt = useRef(now);
  const kept = useRef<string | null>(null);
  const key = wanted && enabled ? JSON.stringify(wanted) : null;

  useEffect(() => {
    setRefusal(null);
    setFailed(null);
    if (!key) return undefined;
    let gone = false;
    let held: string | null = null;
    const { unitId, ...where } = JSON.parse(key) as Wanted;
    const letGo = (id: string) => {
      if (kept.current !== id) void client.mutate({ mutation: RELEASE, variables: { id } }).catch(() => undefined);
    };
    // Whoever is still choosing days holds nothing yet.
    const timer = setTimeout(() => {
      client
        .mutate({ mutation: HOLD, variables: { input: { idempotencyKey: crypto.randomUUID(), unitIds: [unitId], ...where } } })
        .then(({ data }) => {
          const result = data?.holdKit;
          if (result?.__typename === 'Reservation') {
            held = result.id;
            if (gone) letGo(result.id);
            else setHold(result);
          } else if (result && !gone) setRefusal(result);
        })
        .catch((error: unknown) => {
          if (!gone) setFailed(error);
        });
    }, 400);
    return () => {
      gone = true;
      clearTimeout(timer);
      setHold(null);
      if (held) letGo(held);
    };
  }, [client, key]);

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
