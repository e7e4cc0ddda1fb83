import { Module } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../auth/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Node } from '../platform/graphql/node.js';
import { findNode } from './find-node.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id, for who may see it.' })
  node(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Node | null> {
    return findNode(id, actor, loaders);
  }
}

/** Knows the types of every feature; no feature knows it. */
@Module({ providers: [NodeResolver] })
export class NodesModule {}
