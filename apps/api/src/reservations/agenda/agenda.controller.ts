import { Controller, Get, Header, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { readSessionCookie } from '../../auth/session-cookie.js';
import { actorOfToken } from '../../auth/session.js';
import { Settings } from '../../platform/settings.js';
import { readFeed, readOne } from './read-agenda.js';

const CALENDAR = 'text/calendar; charset=utf-8';

/** What calendar programs fetch. The secret stands in the query, which is never logged. */
@Controller('ical')
export class AgendaController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Get('feed.ics')
  @Header('Content-Type', CALENDAR)
  @Header('Cache-Control', 'private, no-cache')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('X-Robots-Tag', 'noindex')
  async feed(@Query('key') key: unknown): Promise<string> {
    const found = typeof key === 'string' ? await readFeed(this.dataSource.manager, this.settings.publicUrl, key) : undefined;
    if (found === undefined) throw new NotFoundException();
    return found;
  }

  @Get('reservatie/:id.ics')
  async one(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { manager } = this.dataSource;
    const actor = await actorOfToken(manager, readSessionCookie(req, this.settings));
    const found = await readOne(manager, this.settings.publicUrl, actor, id);
    if (!found) throw new NotFoundException();
    res.setHeader('Content-Type', CALENDAR);
    res.setHeader('Cache-Control', 'private, no-store');
    res.setHeader('Content-Disposition', `attachment; filename="${found.number}.ics"`);
    res.send(found.text);
  }
}
