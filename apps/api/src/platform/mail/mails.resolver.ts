import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { connectionOf, decodeCursor, pageOf, toConnection, type Connection } from '../graphql/connection.js';
import { Mail } from './mail.entity.js';
import { withoutToken } from './without-token.js';

@ObjectType()
class MailConnection extends connectionOf(Mail, 'Mail').Connection {}

@Resolver(() => Mail)
export class MailsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => MailConnection, { description: 'The outbox, newest first.' })
  async mails(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Connection<Mail>> {
    requirePermission(actor, 'mail.read');
    const page = pageOf(first);
    const position = decodeCursor(after, 2);
    const mails = this.dataSource.getRepository(Mail);
    const query = mails.createQueryBuilder('mail').limit(page + 1);
    // Milliseconds are what a Date keeps of an instant; the id decides within one.
    if (position)
      query.where(`(date_trunc('milliseconds', mail.created_at), mail.id) < (:at, :id)`, { at: position[0], id: position[1] });
    query.orderBy(`date_trunc('milliseconds', mail.created_at)`, 'DESC').addOrderBy('mail.id', 'DESC');
    const [rows, total] = [await query.getMany(), await mails.count()];
    return toConnection(rows, page, total, (mail) => [mail.createdAt.toISOString(), mail.id]);
  }

  /** The link of a password mail would let a reader in as somebody else; only an administrator, who may that anyway, sees it. */
  @ResolveField(() => String)
  bodyText(@Parent() mail: Mail, @CurrentActor() actor: Actor): string {
    return mayReadToken(mail, actor) ? mail.bodyText : withoutToken(mail.bodyText);
  }

  @ResolveField(() => String)
  bodyHtml(@Parent() mail: Mail, @CurrentActor() actor: Actor): string {
    return mayReadToken(mail, actor) ? mail.bodyHtml : withoutToken(mail.bodyHtml);
  }
}

const mayReadToken = (mail: Mail, actor: Actor) => mail.template !== 'passwordLink' || actor.role === 'ADMINISTRATOR';
