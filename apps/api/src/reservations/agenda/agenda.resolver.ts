import { Args, createUnionType, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { inTransaction } from '../../database/transaction.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Done, Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { Settings } from '../../platform/settings.js';
import { Site } from '../../sites/site.entity.js';
import { DoneResult } from '../reservation.types.js';
import { AgendaKind, AgendaLink } from './agenda-link.entity.js';
import { endAgendaLink, makeAgendaLink } from './agenda-links.js';

@ObjectType()
export class NewAgendaLink {
  @Field(() => AgendaLink)
  link: AgendaLink;

  @Field({ description: 'For a calendar program. It is shown once: only its hash is kept.' })
  url: string;
}

export const AgendaLinkResult = createUnionType({
  name: 'AgendaLinkResult',
  types: () => [NewAgendaLink, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : NewAgendaLink),
});

@Resolver(() => AgendaLink)
export class AgendaResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Query(() => [AgendaLink], { description: 'The viewer’s own.' })
  agendaLinks(@CurrentActor() { personId }: Actor): Promise<AgendaLink[]> | AgendaLink[] {
    if (personId === null) return [];
    return this.dataSource.manager.find(AgendaLink, { where: { personId }, order: { createdAt: 'ASC' } });
  }

  @Mutation(() => AgendaLinkResult, {
    description: 'Safe to repeat: a link for the same subject replaces the one before, which stops working.',
  })
  async followAgenda(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => AgendaKind }) kind: AgendaKind,
    @Args('subjectId', { type: () => ID, nullable: true }) subjectId: string | null,
  ): Promise<NewAgendaLink | Refusal> {
    const made = await orRefusal(() => inTransaction(this.dataSource, (tx) => makeAgendaLink(tx, actor, kind, subjectId)));
    if (made instanceof Refusal) return made;
    return { link: made.link, url: `${this.settings.publicUrl}/ical/feed.ics?key=${made.token}` };
  }

  @Mutation(() => DoneResult)
  async endAgendaLink(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Done | Refusal> {
    const ended = await orRefusal(() => inTransaction(this.dataSource, (tx) => endAgendaLink(tx, actor, id)));
    return ended instanceof Refusal ? ended : Object.assign(new Done(), { ok: true });
  }

  @ResolveField(() => Site, { nullable: true })
  site(@Parent() { kind, subjectId }: AgendaLink, @RequestLoaders() loaders: Loaders): Promise<Site | null> | null {
    return kind === 'SITE' ? loaders.byId(Site).load(subjectId) : null;
  }

  @ResolveField(() => EquipmentUnit, { nullable: true })
  unit(@Parent() { kind, subjectId }: AgendaLink, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> | null {
    return kind === 'UNIT' ? loaders.byId(EquipmentUnit).load(subjectId) : null;
  }
}
