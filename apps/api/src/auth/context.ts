import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { Loaders } from '../platform/graphql/loaders.js';
import type { Actor } from './actor.js';

/** What every resolver of one GraphQL request shares. */
export interface GraphqlContext {
  readonly req: Request;
  readonly res: Response;
  actor: Actor;
  loaders: Loaders;
}

const contextOf = (execution: ExecutionContext) => GqlExecutionContext.create(execution).getContext<GraphqlContext>();

/** Who asks, as a resolver's parameter. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): Actor => contextOf(execution).actor);

/** The DataLoaders of this request, as a resolver's parameter. */
export const RequestLoaders = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Loaders => contextOf(execution).loaders,
);
