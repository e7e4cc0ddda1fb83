import { Controller, Get, NotFoundException, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { readSessionCookie } from '../../auth/session-cookie.js';
import { actorOfToken } from '../../auth/session.js';
import { inTransaction } from '../../database/transaction.js';
import type { RefusalCode } from '../graphql/enums.js';
import { Refusal } from '../graphql/refusal.js';
import { isUuid } from '../is-uuid.js';
import { orRefusal } from '../refuse.js';
import { Settings } from '../settings.js';
import { Document } from './document.entity.js';
import { mayReadDocument } from './document-owners.js';
import { mayShowInline } from './media-type.js';
import { readBody } from './read-body.js';
import { storeDocument } from './store-document.js';

const STATUS: Partial<Record<RefusalCode, number>> = { NOT_SIGNED_IN: 401, KEY_REUSED: 409, TOO_MANY_ATTEMPTS: 429 };
/** A file shows itself and does nothing else, whatever a browser takes it for. */
const POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

/**
 * PUT /documents/<id made by the client>?name=photo.jpg with the bytes as its body; GET /documents/<id>.
 * A form cannot send PUT and another site's script may not without our consent, which nobody gives.
 */
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Put(':id')
  async put(@Param('id') id: string, @Query('name') name: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    const actor = await this.actor(req);
    if (fromElsewhere(req)) return refused(res, 403, 'NOT_ALLOWED');
    if (actor.personId === null) return refused(res, 401, 'NOT_SIGNED_IN');
    const content = await readBody(req);
    if (!content) return refused(res, 413, 'INVALID_INPUT');
    const stored = await orRefusal(() =>
      inTransaction(this.dataSource, (tx) =>
        storeDocument(tx, actor, { id, name: typeof name === 'string' ? name : '', content }),
      ),
    );
    if (stored instanceof Refusal) {
      const { code, field } = stored.reasons[0]!;
      return refused(res, field === 'content' && code === 'INVALID_INPUT' ? 415 : (STATUS[code] ?? 400), code);
    }
    res.json({ id: stored.id, name: stored.name, mediaType: stored.mediaType, size: stored.size });
  }

  @Get(':id')
  async get(@Param('id') id: string, @Query('keep') keep: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { manager } = this.dataSource;
    const document = isUuid(id) ? await manager.findOneBy(Document, { id }) : null;
    if (!document || !(await mayReadDocument(manager, await this.actor(req), document))) throw new NotFoundException();
    const etag = `"${document.sha256.toString('base64url')}"`;
    res.setHeader('ETag', etag);
    res.setHeader('Cache-Control', 'private, no-cache');
    if (req.headers['if-none-match'] === etag) {
      res.status(304).end();
      return;
    }
    const [{ content }] = await manager.query<[{ content: Buffer }]>('SELECT content FROM document WHERE id = $1', [id]);
    const inline = keep === undefined && mayShowInline(document.mediaType, content);
    // What is only given to keep comes as bytes, which no program takes for something to run.
    res.setHeader('Content-Type', inline ? document.mediaType : 'application/octet-stream');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Content-Security-Policy', POLICY);
    // Beside the fields of an invoice: our own page may show it.
    res.setHeader('X-Frame-Options', 'SAMEORIGIN');
    res.setHeader(
      'Content-Disposition',
      `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(document.name)}`,
    );
    res.end(content);
  }

  private actor(req: Request) {
    return actorOfToken(this.dataSource.manager, readSessionCookie(req, this.settings));
  }
}

/** Browsers say where a request comes from; a program that says nothing has no cookie to abuse. */
function fromElsewhere(req: Request): boolean {
  const site = req.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function refused(res: Response, status: number, code: RefusalCode): void {
  // The rest of a body that nobody reads would keep the connection busy.
  if (status === 413) res.setHeader('Connection', 'close');
  res.status(status).json({ code });
}
