import type { Request, Response } from 'express';
import type { DataSource } from 'typeorm';
import { Loaders } from '../platform/graphql/loaders.js';
import type { Settings } from '../platform/settings.js';
import type { GraphqlContext } from './context.js';
import { readSessionCookie } from './session-cookie.js';
import { actorOfToken } from './session.js';

/** Makes the context of a GraphQL request: one query for who asks, and none for a visitor. */
export function graphqlContext(settings: Settings, dataSource: DataSource) {
  return async (req: Request, res: Response): Promise<GraphqlContext> => {
    const actor = await actorOfToken(dataSource.manager, readSessionCookie(req, settings));
    return { req, res, actor, loaders: new Loaders({ manager: dataSource.manager, actor }) };
  };
}
