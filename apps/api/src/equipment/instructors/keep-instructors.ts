import { AREAS, isDay } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { Person } from '../../people/person.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { EquipmentModel } from '../equipment-model.entity.js';
import { AccompaniedModel, Instructor, InstructorAbsence, InstructorModel } from './instructor.entities.js';

const LONGEST_ABSENCE_DAYS = 730;

function requireMayPlan(actor: Actor): void {
  const refusal = refusalOf(actor, 'instructor.plan');
  if (refusal) refuse(refusal);
}

export interface InstructorWish {
  readonly email: string;
  /** The version that was seen; null for somebody who is no instructor yet. */
  readonly version: number | null;
  readonly modelIds: readonly string[];
  readonly areas: readonly string[];
  readonly weekdays: readonly number[];
}

/** Says what somebody may accompany, where and on which days. What is booked already stays. Of two at once one decides. */
export async function saveInstructor(tx: EntityManager, actor: Actor, wish: InstructorWish): Promise<Instructor> {
  requireMayPlan(actor);
  const modelIds = [...new Set(wish.modelIds)];
  const areas = AREAS.filter((area) => wish.areas.includes(area));
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => wish.weekdays.includes(day));
  if (weekdays.length === 0) refuse('INVALID_INPUT', { field: 'weekdays' });
  if (areas.length !== new Set(wish.areas).size) refuse('INVALID_INPUT', { field: 'areas' });
  if (!modelIds.every(isUuid) || (await tx.countBy(EquipmentModel, { id: In(modelIds) })) !== modelIds.length)
    refuse('NOT_FOUND', { field: 'modelIds' });
  const person = await tx.findOneBy(Person, { email: wish.email.trim(), active: true });
  if (!person) refuse('NOT_FOUND', { field: 'email' });
  const personId = person.id;
  const known = await tx.findOne(Instructor, { where: { personId }, lock: { mode: 'pessimistic_write' } });
  if ((known?.active ? known.version : null) !== wish.version) refuse('STATE_CHANGED');
  const had = (await tx.findBy(InstructorModel, { personId })).map((row) => row.modelId).toSorted();
  if (known) await tx.update(Instructor, { personId }, { areas, weekdays, active: true, version: known.version + 1 });
  else {
    const made = await tx
      .createQueryBuilder()
      .insert()
      .into(Instructor)
      .values({ personId, areas, weekdays })
      .orIgnore()
      .returning('person_id')
      .execute();
    // Of two who make the same one at once one does.
    if ((made.raw as unknown[]).length === 0) refuse('STATE_CHANGED');
  }
  await tx.delete(InstructorModel, { personId });
  await tx.insert(
    InstructorModel,
    modelIds.map((modelId) => ({ personId, modelId })),
  );
  await recordAudit(tx, actor, {
    action: 'instructor.save',
    entity: 'instructor',
    entityId: personId,
    before: known ? { areas: known.areas, weekdays: known.weekdays, modelIds: had, active: known.active } : {},
    after: { areas, weekdays, modelIds: modelIds.toSorted(), active: true },
  });
  return tx.findOneByOrFail(Instructor, { personId });
}

/** From now on nobody is booked with them; what is booked already stays until a planner gives it to another. Safe to repeat. */
export async function endInstructor(tx: EntityManager, actor: Actor, personId: string): Promise<Instructor> {
  requireMayPlan(actor);
  const known = isUuid(personId)
    ? await tx.findOne(Instructor, { where: { personId }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!known) refuse('NOT_FOUND', { field: 'personId' });
  if (!known.active) return known;
  await tx.update(Instructor, { personId }, { active: false, version: known.version + 1 });
  await recordAudit(tx, actor, {
    action: 'instructor.end',
    entity: 'instructor',
    entityId: personId,
    before: { active: true },
    after: { active: false },
  });
  return Object.assign(known, { active: false, version: known.version + 1 });
}

/** Of oneself, or for who plans of anybody. */
async function requireMayTell(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
  if (actor.personId !== personId) requireMayPlan(actor);
  if (!isUuid(personId) || !(await tx.existsBy(Instructor, { personId }))) refuse('NOT_FOUND', { field: 'personId' });
}

export interface AbsenceWish {
  readonly idempotencyKey: string;
  readonly personId: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Days on which somebody cannot come. What is booked in them stays: who plans sees it and gives it to another. Gives whose. */
export function addAbsence(tx: EntityManager, actor: Actor, wish: AbsenceWish): Promise<string> {
  return once(tx, actor, wish.idempotencyKey, 'addAbsence', wish, async () => {
    const { personId, firstDay, lastDay } = wish;
    await requireMayTell(tx, actor, personId);
    if (!isDay(firstDay)) refuse('INVALID_INPUT', { field: 'firstDay' });
    const days = isDay(lastDay) ? (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 : -1;
    if (days < 0 || days > LONGEST_ABSENCE_DAYS) refuse('INVALID_INPUT', { field: 'lastDay' });
    await tx.insert(InstructorAbsence, { personId, firstDay, lastDay });
    await recordAudit(tx, actor, {
      action: 'instructor.absence',
      entity: 'instructor',
      entityId: personId,
      after: { firstDay, lastDay },
    });
    return personId;
  });
}

/** Takes an absence back. Safe to repeat. */
export async function dropAbsence(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  const absence = isUuid(id) ? await tx.findOneBy(InstructorAbsence, { id }) : null;
  if (!absence) return;
  await requireMayTell(tx, actor, absence.personId);
  await tx.delete(InstructorAbsence, { id });
  const { firstDay, lastDay } = absence;
  await recordAudit(tx, actor, {
    action: 'instructor.absence',
    entity: 'instructor',
    entityId: absence.personId,
    before: { firstDay, lastDay },
  });
}

/** Whether a model is lent only with somebody who comes along. What is booked already stays as it is. Safe to repeat. */
export async function setAccompanied(
  tx: EntityManager,
  actor: Actor,
  { modelId, asked }: { modelId: string; asked: boolean },
): Promise<void> {
  requireMayPlan(actor);
  if (!isUuid(modelId) || !(await tx.existsBy(EquipmentModel, { id: modelId }))) refuse('NOT_FOUND', { field: 'modelId' });
  const before = await tx.existsBy(AccompaniedModel, { modelId });
  if (before === asked) return;
  if (asked) await tx.createQueryBuilder().insert().into(AccompaniedModel).values({ modelId }).orIgnore().execute();
  else await tx.delete(AccompaniedModel, { modelId });
  await recordAudit(tx, actor, {
    action: 'model.accompanied',
    entity: 'equipment_model',
    entityId: modelId,
    before: { accompanied: before },
    after: { accompanied: asked },
  });
}
