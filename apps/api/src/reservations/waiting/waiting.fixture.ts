import type { EntityManager } from 'typeorm';
import { actorOf, makePerson } from '../../../test/factories.js';
import { dayAhead, makeModel, makeSite, makeTravel, makeUnit } from '../../../test/place-factories.js';
import type { TestDatabase } from '../../../test/database.js';
import { inTransaction } from '../../database/transaction.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { type Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { readSettings } from '../../platform/settings.js';
import { reserveKit } from '../reserve-kit.js';
import { Reservation } from '../reservation.entity.js';
import type { By } from '../with-reservation.js';
import { joinWaitingList } from './join-waiting-list.js';
import { WaitingEntry } from './waiting-entry.entity.js';

/** One model with one kit, a place far from its home, and people who want it. */
export async function makeLine(database: TestDatabase, units = 1) {
  const { manager } = database.app;
  const settings = readSettings({ DATABASE_URL: database.appUrl, LOG_LEVEL: 'silent' });
  const home = await makeSite(manager);
  const far = await makeSite(manager);
  await makeTravel(manager, home, far, 60);
  const model = await makeModel(manager);
  const kits: EquipmentUnit[] = [];
  for (let at = 0; at < units; at++) kits.push(await makeUnit(manager, model, home));
  const someone = async (locale: 'nl' | 'fr' | 'en' = 'nl'): Promise<By> => ({
    actor: actorOf(await makePerson(manager, { locale })),
    settings,
  });
  const planner: By = { actor: actorOf(await makePerson(manager, { role: 'PLANNER' })), settings };
  const run = <T>(verb: (tx: EntityManager) => Promise<T>): Promise<T | Refusal> =>
    orRefusal(() => inTransaction(database.app, verb));
  let keys = 0;
  const days = (first = 0, last = first) => ({ siteId: far.id, firstDay: dayAhead(first), lastDay: dayAhead(last) });
  const join = async (by: By, when = days(), more: object = {}) => {
    const input = { idempotencyKey: `join-${model.id}-${++keys}`, modelCode: model.code, ...when, details: {}, ...more };
    return run((tx) => joinWaitingList(tx, by, input));
  };
  const reserve = async (by: By, when = days(), kit = kits[0]!): Promise<Reservation> => {
    const input = { idempotencyKey: `reserve-${model.id}-${++keys}`, unitIds: [kit.id], ...when, details: {} };
    const id = await inTransaction(database.app, (tx) => reserveKit(tx, by, input));
    return manager.findOneByOrFail(Reservation, { id });
  };
  const entry = (id: unknown) => manager.findOneByOrFail(WaitingEntry, { id: id as string });
  const stateOf = async (id: unknown) => (await entry(id)).state;
  /** The clock passes the end of an offer; nobody has written so yet. */
  const passOffer = async (id: unknown) =>
    database.owner.query(
      `WITH r AS (UPDATE reservation SET hold_expires_at = now() - interval '1 second'
                   WHERE id = (SELECT reservation_id FROM waiting_entry WHERE id = $1) AND state = 'HELD' RETURNING *)
       UPDATE occupancy o SET expires_at = r.hold_expires_at FROM r WHERE o.reservation_id = r.id AND o.active`,
      [id],
    );
  const mailsTo = async ({ actor }: By): Promise<string[]> => {
    const rows = await database.owner.query<{ template: string; locale: string }[]>(
      'SELECT template, locale FROM mail WHERE person_id = $1 ORDER BY created_at',
      [actor.personId],
    );
    return rows.map(({ template, locale }) => `${template} ${locale}`);
  };
  return { settings, home, far, model, kits, someone, planner, run, days, join, reserve, entry, stateOf, passOffer, mailsTo };
}

export type Line = Awaited<ReturnType<typeof makeLine>>;
