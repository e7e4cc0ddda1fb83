import { can, RECORD_KINDS, type RecordKind } from '@karavaan/domain';
import { Controller, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { readSessionCookie } from '../../auth/session-cookie.js';
import { actorOfToken } from '../../auth/session.js';
import { inTransaction } from '../../database/transaction.js';
import { readBody } from '../../platform/documents/read-body.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { orRefusal } from '../../platform/refuse.js';
import { Settings } from '../../platform/settings.js';
import { previewImport } from './preview-import.js';
import { UnreadableFile } from '../../platform/tables/unreadable-file.js';

/** PUT /imports/<id made by the client>?kind=SITE&name=sites.csv with the file as its body: a preview, nothing is written. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Put(':id')
  async put(
    @Param('id') id: string,
    @Query('kind') kind: unknown,
    @Query('name') name: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const actor = await actorOfToken(this.dataSource.manager, readSessionCookie(req, this.settings));
    const from = req.headers['sec-fetch-site'];
    if (from !== undefined && from !== 'same-origin' && from !== 'none') return answer(res, 403, 'NOT_ALLOWED');
    if (actor.personId === null) return answer(res, 401, 'NOT_SIGNED_IN');
    // Before the body is read: who may not import sends no ten megabytes here.
    if (!can(actor, 'data.manage')) return answer(res, 403, 'NOT_ALLOWED');
    if (!isKind(kind)) return answer(res, 400, 'INVALID_INPUT');
    const content = await readBody(req);
    if (!content) return answer(res, 413, 'TOO_LARGE');
    const fileName = typeof name === 'string' ? name : '';
    try {
      const run = await orRefusal(() =>
        inTransaction(this.dataSource, (tx) => previewImport(tx, actor, { id, kind, fileName, content })),
      );
      if (run instanceof Refusal) return answer(res, 400, run.reasons[0]!.code);
      res.json({ id: run.id });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return answer(res, 422, error.problem, error.most);
    }
  }
}

const isKind = (kind: unknown): kind is RecordKind => (RECORD_KINDS as readonly unknown[]).includes(kind);

function answer(res: Response, status: number, code: string, most?: number): void {
  if (status === 413) res.setHeader('Connection', 'close');
  res.status(status).json({ code, most: most ?? null });
}
