import { offerState } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../platform/audit.js';
import type { ReservationState } from '../enums.js';
import { mailOffer } from './mail-offer.js';
import type { WaitingState } from './waiting-entry.entity.js';
import type { Settings } from '../../platform/settings.js';

/**
 * Writes down what became of offers, as their reservations say: taken, or lapsed. Who let one lapse is told, and leaves
 * the line.
 * @param modelId of the lines that the caller looks after, whose units it has locked
 */
export async function settleOffers(tx: EntityManager, settings: Settings, modelId: string): Promise<void> {
  const rows = await tx.query<{ id: string; reservationId: string; state: ReservationState }[]>(
    `SELECT w.id, w.reservation_id AS "reservationId", r.state
       FROM waiting_entry w JOIN reservation r ON r.id = w.reservation_id
      WHERE w.state = 'OFFERED' AND w.model_id = $1 AND r.state <> 'HELD'
      ORDER BY w.id FOR UPDATE OF w`,
    [modelId],
  );
  for (const row of rows) {
    const state = offerState(row.state, false);
    await settle(tx, row.id, state);
    if (state === 'LAPSED') await mailOffer(tx, settings, 'waitingLapsed', row.id);
  }
}

/** Ends an entry's time in line, with its trace. */
export async function settle(
  tx: EntityManager,
  id: string,
  state: WaitingState,
  actor: Parameters<typeof recordAudit>[1] = null,
): Promise<void> {
  const [before] = await tx.query<{ state: string }[]>('SELECT state FROM waiting_entry WHERE id = $1 FOR UPDATE', [id]);
  await tx.query('UPDATE waiting_entry SET state = $2, settled_at = clock_timestamp() WHERE id = $1', [id, state]);
  await recordAudit(tx, actor, {
    action: `waiting.${state.toLowerCase()}`,
    entity: 'waiting_entry',
    entityId: id,
    before: { state: before!.state },
    after: { state },
  });
}
