import { isDay } from '@karavaan/domain';
import { Field, ID, InputType } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../../reservations/with-reservation.js';
import { TransportAbsence } from './transport-absence.entity.js';
import { Vehicle } from './vehicle.entity.js';

@InputType()
export class AbsenceInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: 'Either a van…' })
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: '…or a driver.' })
  personId?: string | null;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field({ defaultValue: '' })
  reason: string;
}

const LONGEST_REASON = 200;

/** Days on which a van or a driver cannot be planned; gives its id. Trips that are planned already stay, and show it. */
export function addAbsence(tx: EntityManager, by: By, input: AbsenceInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'addAbsence', input, async () => {
    requireAllowed(by.actor, 'plan.make', {});
    const { firstDay, lastDay } = input;
    const [vehicleId, personId] = [input.vehicleId || null, input.personId || null];
    const of = vehicleId ?? personId;
    if (!of || (vehicleId && personId) || !isUuid(of)) refuse('INVALID_INPUT', { field: 'vehicleId' });
    if (!isDay(firstDay) || !isDay(lastDay) || lastDay < firstDay) refuse('INVALID_INPUT', { field: 'lastDay' });
    const known = vehicleId ? await tx.existsBy(Vehicle, { id: of }) : await tx.existsBy(Person, { id: of });
    if (!known) refuse('NOT_FOUND', { field: vehicleId ? 'vehicleId' : 'personId' });
    const reason = input.reason.trim();
    if (reason.length > LONGEST_REASON) refuse('INVALID_INPUT', { field: 'reason', available: String(LONGEST_REASON) });
    const { identifiers } = await tx.insert(TransportAbsence, { vehicleId, personId, firstDay, lastDay, reason });
    const { id } = identifiers[0] as { id: string };
    await recordAudit(tx, by.actor, {
      action: 'transport.absence',
      entity: vehicleId ? 'vehicle' : 'person',
      entityId: of,
      after: { firstDay, lastDay },
    });
    return id;
  });
}

/** The days can be planned again. Of what is not there nothing changes. */
export async function removeAbsence(tx: EntityManager, by: By, id: string): Promise<boolean> {
  requireAllowed(by.actor, 'plan.make', {});
  const absence = isUuid(id) ? await tx.findOneBy(TransportAbsence, { id }) : null;
  if (!absence) return false;
  await tx.delete(TransportAbsence, { id });
  const { vehicleId, personId, firstDay, lastDay } = absence;
  await recordAudit(tx, by.actor, {
    action: 'transport.present',
    entity: vehicleId ? 'vehicle' : 'person',
    entityId: (vehicleId ?? personId)!,
    before: { firstDay, lastDay },
  });
  return true;
}
