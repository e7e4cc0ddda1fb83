import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { Resolver, Subscription } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { ChangeFeed } from '../../platform/live/change-feed.js';
import { ChangeQueue } from '../../platform/live/change-queue.js';
import { LiveChanges, type LiveChange } from '../../platform/live/change.js';
import { audienceOf } from './audience.js';

@Resolver()
export class LiveResolver implements OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly readers = new Map<ChangeQueue, Actor>();
  private hearing: (() => void) | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  @Subscription(() => LiveChanges, {
    resolve: (changes: LiveChanges) => changes,
    description: 'What changed of what the viewer may see, from now on. The first message says that it has begun.',
  })
  changes(@CurrentActor() actor: Actor): ChangeQueue {
    if (actor.personId === null) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
    const queue = new ChangeQueue(() => this.readers.delete(queue));
    this.readers.set(queue, actor);
    if (this.hearing && this.feed.isListening) queue.miss();
    this.hearing ??= this.feed.listen({
      changed: (changes) => void this.tell(changes),
      missed: () => this.tellMissed(),
    });
    return queue;
  }

  onModuleDestroy(): void {
    this.hearing?.();
    for (const queue of this.readers.keys()) void queue.return();
  }

  private async tell(changes: readonly LiveChange[]): Promise<void> {
    const visibleTo = audienceOf(this.dataSource.manager, changes);
    try {
      await Promise.all([...this.readers].map(async ([queue, actor]) => queue.push(await visibleTo(actor))));
    } catch (error) {
      // Better a question too many than a screen that stays behind.
      this.logger.warn(`whom to tell could not be read: ${(error as Error).name}`);
      this.tellMissed();
    }
  }

  private tellMissed(): void {
    for (const queue of this.readers.keys()) queue.miss();
  }
}
