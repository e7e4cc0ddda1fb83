import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { addDays, dayOf } from '@karavaan/domain';
import { DataSource, Not } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { requirePermission } from '../../auth/require-permission.js';
import { CurrentActor } from '../../auth/context.js';
import { Defect } from '../../equipment/care/defect.entity.js';
import { unitPlans } from '../../equipment/care/unit-plans.js';
import { isUuid } from '../../platform/is-uuid.js';
import { RefusalReason } from '../../platform/graphql/refusal.js';
import { Settings } from '../../platform/settings.js';
import { ReplanProposal, UnitInspection } from './care.types.js';
import { replanOptions } from './replan-options.js';

const MOST_DEFECTS = 300;
const ORDER = { OVERDUE: 0, DUE: 1, UNKNOWN: 2, FINE: 3 } as const;

/** What planners and technicians look after. */
@Resolver()
export class CareListsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [UnitInspection], { description: 'Overdue and due within so many days, the most urgent first.' })
  async inspectionsDue(
    @CurrentActor() actor: Actor,
    @Args('days', { type: () => Int, defaultValue: 60 }) days: number,
  ): Promise<UnitInspection[]> {
    requirePermission(actor, 'unit.maintain');
    const today = dayOf(Date.now());
    const until = addDays(today, Math.min(Math.max(days, 0), 730));
    const plans = await unitPlans(this.dataSource.manager, null, today);
    return plans
      .filter((plan) => plan.state !== 'FINE' || (plan.validTo !== null && plan.validTo <= until))
      .sort((a, b) => ORDER[a.state] - ORDER[b.state] || ((a.validTo ?? '') < (b.validTo ?? '') ? -1 : 1))
      .map((plan) => UnitInspection.of(plan));
  }

  @Query(() => [Defect], {
    description: 'Those that are not solved, the blocking ones first; or the solved ones, the last first.',
  })
  async defects(
    @CurrentActor() actor: Actor,
    @Args('solved', { type: () => Boolean, defaultValue: false }) solved: boolean,
  ): Promise<Defect[]> {
    requirePermission(actor, 'unit.maintain');
    const rows = await this.dataSource.manager.find(Defect, {
      where: { status: solved ? 'SOLVED' : Not('SOLVED') },
      order: solved ? { solvedAt: 'DESC' } : { createdAt: 'ASC' },
      take: MOST_DEFECTS,
    });
    const weight = { BLOCKING: 0, MAJOR: 1, MINOR: 2 } as const;
    return solved ? rows : rows.sort((a, b) => weight[a.severity] - weight[b.severity]);
  }

  @Query(() => [ReplanProposal], { description: 'The reservations that a unit may not serve as things are.' })
  async replanProposals(
    @CurrentActor() actor: Actor,
    @Args('unitId', { type: () => ID }) unitId: string,
  ): Promise<ReplanProposal[]> {
    requirePermission(actor, 'reservation.adjust');
    if (!isUuid(unitId)) return [];
    const items = await replanOptions(this.dataSource.manager, this.settings, unitId);
    return items.map(({ affected: { code, lastDay }, reservation, underway, options }) => ({
      reservation,
      underway,
      options,
      reason: Object.assign(new RefusalReason(), { code, lastDay, unitId, estimated: false, overridable: false }),
    }));
  }
}
