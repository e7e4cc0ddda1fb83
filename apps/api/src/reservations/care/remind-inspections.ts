import { dayOf } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { unitPlans } from '../../equipment/care/unit-plans.js';
import { refreshFitness } from '../../equipment/care/refresh-fitness.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { lockUnits } from '../../placement/write-stays.js';
import { localized } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';

/**
 * Each morning: what has come due or overdue since the last time is told once to planners and technicians, all in one
 * mail. The row in `inspection_reminder` is written with the mails, so that no worker tells it twice.
 * @returns how many were told
 */
export async function remindInspections(tx: EntityManager, publicUrl: string, today = dayOf(Date.now())): Promise<number> {
  const due = (await unitPlans(tx, null, today)).filter((plan) => plan.state === 'DUE' || plan.state === 'OVERDUE');
  if (due.length === 0) return 0;
  const told = await tx.query<{ planId: string; unitId: string }[]>(
    `INSERT INTO inspection_reminder (plan_id, unit_id, state, since)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[]) ON CONFLICT DO NOTHING
     RETURNING plan_id AS "planId", unit_id AS "unitId"`,
    [
      due.map((plan) => plan.planId),
      due.map((plan) => plan.unitId),
      due.map((plan) => plan.state),
      due.map((plan) => plan.lastDoneOn),
    ],
  );
  const news = due.filter((plan) => told.some((row) => row.planId === plan.planId && row.unitId === plan.unitId));
  if (news.length === 0) return 0;
  const units = new Map(
    (await tx.findBy(EquipmentUnit, { id: In(news.map((plan) => plan.unitId)) })).map((row) => [row.id, row]),
  );
  const models = new Map(
    (await tx.findBy(EquipmentModel, { id: In([...units.values()].map((unit) => unit.modelId)) })).map((row) => [row.id, row]),
  );
  const items = news.map((plan) => {
    const unit = units.get(plan.unitId)!;
    return {
      unitCode: unit.code,
      kit: localized(models.get(unit.modelId)!, 'name')!,
      inspection: plan.name,
      validTo: plan.validTo,
    };
  });
  const people = await tx.find(Person, { where: { role: In(['PLANNER', 'DRIVER']), active: true }, order: { id: 'ASC' } });
  for (const to of people)
    await queueMail(tx, publicUrl, { to, template: 'inspectionsDue', data: { count: items.length, items } });
  return news.length;
}

/** Use by the hour ends a validity without anybody recording it: reckons it anew for the units of a loan that ended. */
export async function reckonHours(tx: EntityManager, unitIds: readonly string[]): Promise<void> {
  await refreshFitness(tx, await lockUnits(tx, unitIds));
}
