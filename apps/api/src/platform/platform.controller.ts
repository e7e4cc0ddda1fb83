import { Controller, Get, Header, HttpCode, Res, ServiceUnavailableException } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { isUpToDate } from '../database/is-up-to-date.js';
import { Metrics } from './metrics/metrics.js';
import { Running } from './running.js';

/** What the machinery around the program asks. */
@Controller()
export class PlatformController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    private readonly running: Running,
  ) {}

  /** The process answers: if not, restart it. */
  @Get('health/live')
  @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** It can serve: the database answers, its schema is this program's, and the program is not stopping. */
  @Get('health/ready')
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  async ready(): Promise<{ status: string }> {
    if (this.running.stopping) throw new ServiceUnavailableException({ status: 'stopping' });
    const upToDate = await isUpToDate(this.dataSource).catch(() => undefined);
    if (upToDate === undefined) throw new ServiceUnavailableException({ status: 'database unreachable' });
    if (!upToDate) throw new ServiceUnavailableException({ status: 'schema out of date' });
    return { status: 'ok' };
  }

  @Get('metrics')
  async prometheus(@Res() res: Response): Promise<void> {
    res.setHeader('Content-Type', this.metrics.registry.contentType);
    res.send(await this.metrics.registry.metrics());
  }
}
