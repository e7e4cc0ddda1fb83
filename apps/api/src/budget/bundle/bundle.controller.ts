import { can } from '@karavaan/domain';
import { Controller, ForbiddenException, Get, NotFoundException, Param, Req, Res, UnauthorizedException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { readSessionCookie } from '../../auth/session-cookie.js';
import { actorOfToken } from '../../auth/session.js';
import { recordAudit } from '../../platform/audit.js';
import { writeXlsx } from '../../platform/export/write-xlsx.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Settings } from '../../platform/settings.js';
import { claimTables } from './claim-tables.js';
import { planBundle } from './plan-bundle.js';
import { readClaim, readFiles, readItems } from './read-bundle.js';
import { writeBundle } from './write-bundle.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** GET /budget-files/claims/<id>.xlsx, the claim as a workbook, and /budget-files/claims/<id>.zip, the claim with all its papers. */
@Controller('budget-files/claims')
export class BundleController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Get(':id.:format')
  async claim(
    @Param('id') id: string,
    @Param('format') format: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { manager } = this.dataSource;
    const actor = await actorOfToken(manager, readSessionCookie(req, this.settings));
    if (actor.personId === null) throw new UnauthorizedException();
    if (!can(actor, 'budget.read')) throw new ForbiddenException();
    const claim = isUuid(id) && (format === 'xlsx' || format === 'zip') ? await readClaim(manager, id) : undefined;
    if (!claim) throw new NotFoundException();
    const items = await readItems(manager, id);
    const papers = items.flatMap(({ invoiceId, paymentId, commitmentId }) => [invoiceId, paymentId, commitmentId]);
    const files = await readFiles(manager, [...new Set([id, ...papers.filter((each) => each !== null)])]);
    const plan = planBundle(items, files);
    await recordAudit(manager, actor, { action: 'claim.export', entity: 'claim', entityId: id, after: { format } });
    res.setHeader('Cache-Control', 'private, no-store');
    res.setHeader('Content-Type', format === 'zip' ? 'application/zip' : XLSX);
    const name = `karavaan-declaratie-${claim.agreementCode}-${claim.number}`.replaceAll(/[^A-Za-z0-9-]/g, '-');
    res.setHeader('Content-Disposition', `attachment; filename="${name}.${format}"`);
    if (format === 'zip') await writeBundle(manager, claim, plan, res);
    else res.send(await writeXlsx(claimTables(claim, plan), 'nl'));
  }
}
