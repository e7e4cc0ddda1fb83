import { can, readCode } from '@karavaan/domain';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DataSource, Raw, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ownsDocuments } from '../../platform/documents/document-owners.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Settings } from '../../platform/settings.js';
import { reservationNumber } from '../reservation-number.js';
import { runVerb } from '../run-verb.js';
import { hostOfUnits, UNITS_SQL, type UnitRow } from '../with-reservation.js';
import { bookingOfUnit } from './booking-of-unit.js';
import { Handover } from './handover.entity.js';
import { HandedOver, HandoverInput, HandoverResult, HandoverSheet, ScannedUnit } from './handover.types.js';
import { listHandovers } from './list-sheets.js';
import { readSheets } from './read-sheets.js';
import { recordHandover } from './record-handover.js';

ownsDocuments('handover', async (manager, actor, id) => {
  const handover = await manager.findOneBy(Handover, { id });
  return handover !== null && mayHandOver(manager, actor, handover.reservationId);
});

/** Whether this actor has a hand in it, as booker, host, driver or planner. */
async function mayHandOver(manager: EntityManager, actor: Actor, reservationId: string): Promise<boolean> {
  if (!isUuid(reservationId) || !can(actor, 'reservation.handOver')) return false;
  const [found] = await manager.query<{ organisationId: string }[]>(
    'SELECT organisation_id AS "organisationId" FROM reservation WHERE id = $1',
    [reservationId],
  );
  if (!found) return false;
  const host = hostOfUnits(await manager.query<UnitRow[]>(UNITS_SQL, [[reservationId]]));
  return can(actor, 'reservation.handOver', { organisationId: found.organisationId, ...host });
}

@Resolver(() => HandoverSheet)
export class HandoverResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [HandoverSheet], { description: 'What is out, and what goes out within a week.' })
  async handovers(@CurrentActor() actor: Actor): Promise<HandoverSheet[]> {
    const { manager } = this.dataSource;
    return readSheets(manager, await listHandovers(manager, actor));
  }

  @Query(() => HandoverSheet, { nullable: true })
  async handoverSheet(
    @CurrentActor() actor: Actor,
    @Args('reservationId', { type: () => ID }) reservationId: string,
  ): Promise<HandoverSheet | null> {
    const { manager } = this.dataSource;
    if (!(await mayHandOver(manager, actor, reservationId))) return null;
    return (await readSheets(manager, [reservationId]))[0] ?? null;
  }

  @Query(() => ScannedUnit, { nullable: true, description: 'Which booking a scanned or typed code belongs to.' })
  async scannedUnit(@CurrentActor() actor: Actor, @Args('code') code: string): Promise<ScannedUnit | null> {
    const { manager } = this.dataSource;
    const scanned = readCode(code);
    if (!scanned || !can(actor, 'reservation.handOver')) return null;
    const unit = await manager.findOneBy(EquipmentUnit, {
      code: Raw((code) => `upper(${code}) = :asked`, { asked: scanned.unitCode }),
    });
    if (!unit) return null;
    const booking = await bookingOfUnit(manager, unit.id);
    const may = booking !== undefined && (await mayHandOver(manager, actor, booking.reservationId));
    return {
      unitCode: unit.code,
      number: booking ? reservationNumber(booking) : null,
      reservationId: may ? booking.reservationId : null,
    };
  }

  @Mutation(() => HandoverResult, { description: 'Repeated with the same key it gives the first result.' })
  async recordHandover(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('input') input: HandoverInput,
  ): Promise<HandedOver | Refusal> {
    const by = { actor, settings: this.settings };
    const result = await runVerb(this.dataSource, this.settings, (tx) => recordHandover(tx, by, input));
    loaders.clear();
    if (result instanceof Refusal) return result;
    const [sheet] = await readSheets(this.dataSource.manager, [input.reservationId]);
    return Object.assign(new HandedOver(), { sheet: sheet!, affected: result.affected });
  }
}
