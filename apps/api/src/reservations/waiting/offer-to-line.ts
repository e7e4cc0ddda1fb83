import { dayOf, offerEnd, periodOfDays } from '@karavaan/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { inTransaction } from '../../database/transaction.js';
import type { Role } from '../../platform/graphql/enums.js';
import { expireHolds } from '../../placement/expire-holds.js';
import { type Judgement, judge, lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { Refused } from '../../platform/refuse.js';
import type { Settings } from '../../platform/settings.js';
import { createReservation } from '../create-reservation.js';
import { mailOffer } from './mail-offer.js';
import { settle, settleOffers } from './settle-offers.js';
import type { WaitingEntry } from './waiting-entry.entity.js';

type InLine = Pick<
  WaitingEntry,
  | 'id'
  | 'organisationId'
  | 'personId'
  | 'unitId'
  | 'siteId'
  | 'firstDay'
  | 'lastDay'
  | 'purpose'
  | 'groupSize'
  | 'contactName'
  | 'contactPhone'
  | 'remark'
> & { role: Role; personOrganisationId: string };

/**
 * Looks along every line and holds what came free for who is next. All that it knows lies in the tables, and each line is
 * one transaction: killed at any moment, the next run goes on where this one stopped, and nobody gets two offers.
 * @returns how many offers were made
 */
export async function offerToLines(dataSource: DataSource, settings: Settings): Promise<number> {
  const lines = await dataSource.query<{ modelId: string }[]>(
    `SELECT DISTINCT model_id AS "modelId" FROM waiting_entry WHERE state IN ('WAITING', 'OFFERED') ORDER BY 1`,
  );
  let made = 0;
  for (const { modelId } of lines) made += await inTransaction(dataSource, (tx) => offerToLine(tx, settings, modelId));
  return made;
}

/**
 * The line of one model. Its units are locked first, so nothing can come free between judging who came first and who
 * came later; then each wish in order of coming gets the unit that travels least, through the guard of every reservation.
 */
export async function offerToLine(tx: EntityManager, settings: Settings, modelId: string): Promise<number> {
  const units = await tx.query<{ id: string }[]>('SELECT id FROM equipment_unit WHERE model_id = $1 ORDER BY id', [modelId]);
  const unitIds = await lockUnits(
    tx,
    units.map(({ id }) => id),
  );
  await expireHolds(tx, unitIds);
  await settleOffers(tx, settings, modelId);
  let made = 0;
  for (const entry of await inLine(tx, modelId)) {
    if (entry.firstDay <= dayOf(Date.now())) await settle(tx, entry.id, 'OVER');
    else if (await offer(tx, settings, entry, entry.unitId ? [entry.unitId] : unitIds)) made++;
  }
  return made;
}

/** Who waits, the first one first. An account that was closed keeps its place but is passed by. */
function inLine(tx: EntityManager, modelId: string): Promise<InLine[]> {
  return tx.query(
    `SELECT w.id, w.organisation_id AS "organisationId", w.person_id AS "personId", w.unit_id AS "unitId", w.site_id AS "siteId",
            w.first_day::text AS "firstDay", w.last_day::text AS "lastDay", w.purpose, w.group_size AS "groupSize",
            w.contact_name AS "contactName", w.contact_phone AS "contactPhone", w.remark,
            p.role, p.organisation_id AS "personOrganisationId"
       FROM waiting_entry w JOIN person p ON p.id = w.person_id AND p.active
      WHERE w.model_id = $1 AND w.state = 'WAITING'
      ORDER BY w.number FOR UPDATE OF w`,
    [modelId],
  );
}

async function offer(tx: EntityManager, settings: Settings, entry: InLine, unitIds: readonly string[]): Promise<boolean> {
  const { firstDay, lastDay, siteId, groupSize } = entry;
  const period = periodOfDays(firstDay, lastDay);
  const now = Date.now();
  const best = bestOf(await judge(tx, settings, unitIds, { firstDay, lastDay, period, siteId, groupSize, now }));
  if (!best) return false;
  const actor: Actor = { personId: entry.personId, role: entry.role, organisationId: entry.personOrganisationId };
  const expiresAt = new Date(offerEnd(now, period.start, settings.offerHours));
  const { purpose, contactName, contactPhone, remark } = entry;
  try {
    // A savepoint: what stands in the way of this one must not undo the offers before it.
    const reservation = await tx.transaction((savepoint) =>
      createReservation(
        savepoint,
        { actor, settings },
        {
          unitIds: [best],
          siteId,
          firstDay,
          lastDay,
          organisationId: entry.organisationId,
          details: { purpose, groupSize, contactName, contactPhone, remark },
        },
        { state: 'HELD', action: 'reservation.hold', offeredUntil: expiresAt },
      ),
    );
    await tx.query(`UPDATE waiting_entry SET state = 'OFFERED', reservation_id = $2 WHERE id = $1`, [entry.id, reservation.id]);
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
  await recordAudit(tx, null, {
    action: 'waiting.offer',
    entity: 'waiting_entry',
    entityId: entry.id,
    before: { state: 'WAITING' },
    after: { state: 'OFFERED' },
  });
  await mailOffer(tx, settings, 'waitingOffer', entry.id);
  // When it is not answered, the next in line need not wait for the clock's round.
  await enqueue(tx, 'waiting.offer', {}, expiresAt);
  return true;
}

function bestOf(judgements: readonly Judgement[]): string | undefined {
  return judgements
    .filter(({ verdict }) => verdict.verdict !== 'UNAVAILABLE')
    .toSorted((a, b) => a.verdict.extraKm - b.verdict.extraKm || (a.candidate.code < b.candidate.code ? -1 : 1))[0]?.candidate
    .unit.id;
}
