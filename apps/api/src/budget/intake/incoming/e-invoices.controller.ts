import { can } from '@karavaan/domain';
import { Controller, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { readSessionCookie } from '../../../auth/session-cookie.js';
import { actorOfToken } from '../../../auth/session.js';
import { readBody } from '../../../platform/documents/read-body.js';
import { Refusal } from '../../../platform/graphql/refusal.js';
import { runBudgetVerb } from '../../results.js';
import { Settings } from '../../../platform/settings.js';
import { takeStatements } from '../bank/take-statements.js';
import { UnreadableCoda } from '../coda/statement.js';
import { UnreadableFile } from '../../../platform/tables/unreadable-file.js';
import { BudgetImportKind } from '../intake.enums.js';
import { previewTable } from '../tables/preview-table.js';
import { RefusedEInvoice, takeEInvoice } from './take-e-invoice.js';

/** PUT /budget-files/e-invoices/<id made by the client>?name=… and PUT /budget-files/statements/<id>?name=…, each with the file as its body. */
@Controller('budget-files')
export class EInvoicesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Put('e-invoices/:id')
  async invoice(@Param('id') id: string, @Query('name') name: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    await this.take(req, res, async (actor, content) => {
      const input = { id, fileName: nameOf(name), content };
      const taken = await runBudgetVerb(this.dataSource, (tx) => takeEInvoice(tx, actor, input));
      if (taken instanceof Refusal) return answer(res, 400, { code: taken.reasons[0]!.code });
      const { state, reason, number, supplierName, findings, note } = taken;
      res.json({ id, state, reason, number, supplierName, findings, note });
    });
  }

  @Put('statements/:id')
  async statement(
    @Param('id') id: string,
    @Query('name') name: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.take(req, res, async (actor, content) => {
      const input = { id, fileName: nameOf(name), content };
      const taken = await runBudgetVerb(this.dataSource, (tx) => takeStatements(tx, actor, input));
      if (taken instanceof Refusal) {
        const { code, available } = taken.reasons[0]!;
        return answer(res, code === 'ALREADY_EXISTS' ? 409 : 400, { code, found: available ?? null });
      }
      res.json({ id, ...taken });
    });
  }

  /** PUT /budget-files/tables/<id>?kind=PAYMENTS&name=…: a preview, nothing is written. */
  @Put('tables/:id')
  async table(
    @Param('id') id: string,
    @Query('kind') kind: unknown,
    @Query('agreement') agreement: unknown,
    @Query('name') name: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.take(req, res, async (actor, content) => {
      if (!Object.hasOwn(BudgetImportKind, String(kind))) return answer(res, 400, { code: 'INVALID_INPUT' });
      const agreementId = typeof agreement === 'string' ? agreement : null;
      const input = { id, kind: kind as BudgetImportKind, agreementId, fileName: nameOf(name), content };
      const run = await runBudgetVerb(this.dataSource, (tx) => previewTable(tx, actor, input));
      if (run instanceof Refusal) {
        const { code, available } = run.reasons[0]!;
        return answer(res, 400, { code, found: available ?? null });
      }
      res.json({ id: run.id });
    });
  }

  private async take(
    req: Request,
    res: Response,
    work: (actor: Awaited<ReturnType<typeof actorOfToken>>, content: Buffer) => Promise<void>,
  ): Promise<void> {
    const actor = await actorOfToken(this.dataSource.manager, readSessionCookie(req, this.settings));
    const from = req.headers['sec-fetch-site'];
    if (from !== undefined && from !== 'same-origin' && from !== 'none') return answer(res, 403, { code: 'NOT_ALLOWED' });
    if (actor.personId === null) return answer(res, 401, { code: 'NOT_SIGNED_IN' });
    if (!can(actor, 'budget.write')) return answer(res, 403, { code: 'NOT_ALLOWED' });
    const content = await readBody(req);
    if (!content) return answer(res, 413, { code: 'TOO_LARGE' });
    try {
      await work(actor, content);
    } catch (error) {
      if (error instanceof RefusedEInvoice)
        return answer(res, 422, { code: error.problem, fileLine: error.fileLine, found: error.number });
      if (error instanceof UnreadableFile) return answer(res, 422, { code: error.problem, found: error.most ?? null });
      if (error instanceof UnreadableCoda) {
        const { problem, fileLine, found, expected } = error;
        return answer(res, 422, { code: problem, fileLine, found, expected });
      }
      throw error;
    }
  }
}

const nameOf = (name: unknown) => (typeof name === 'string' ? name : '');

function answer(res: Response, status: number, body: Readonly<Record<string, unknown>>): void {
  // The rest of a body that nobody reads would keep the connection busy.
  if (status === 413) res.setHeader('Connection', 'close');
  res.status(status).json(body);
}
