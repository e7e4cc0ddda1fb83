import {
  BadRequestException,
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Param,
  Query,
  Req,
  Res,
  ServiceUnavailableException,
  UnauthorizedException,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import { DataSource } from 'typeorm';
import { dayOf } from '@karavaan/domain';
import type { Actor } from '../../auth/actor.js';
import { readSessionCookie } from '../../auth/session-cookie.js';
import { actorOfToken } from '../../auth/session.js';
import { recordAudit } from '../../platform/audit.js';
import { writePdf } from '../../platform/export/write-pdf.js';
import { writeXlsx } from '../../platform/export/write-xlsx.js';
import { Locale } from '../../platform/graphql/enums.js';
import { Settings } from '../../platform/settings.js';
import { allExports } from './all-exports.js';
import { asJson, asTables, readOwnData } from '../privacy/own-data.js';
import { readList, type Reader } from './read-list.js';
import { writeReport } from './write-report.js';
import { gather, MOST_ROWS, narrowed, writeCsv, type Format } from './write-list.js';

const TYPES: Record<Format | 'json', string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
/** Files made at the same moment by one process: a long list must not keep the others waiting for the database. */
const AT_ONCE = 4;

/** Every list as a file, with the filter of its screen. */
@Controller('export')
export class ExportsController {
  private busy = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly modules: ModuleRef,
  ) {}

  /** What is stored of the person who asks, for a program or to read. */
  @Get('mijn-gegevens.:format')
  async ownData(@Param('format') format: string, @Query('lang') lang: unknown, @Req() req: Request, @Res() res: Response) {
    if (format !== 'json' && format !== 'pdf') throw new NotFoundException();
    await this.make(req, res, async ({ actor }) => {
      if (actor.personId === null) throw new UnauthorizedException();
      const found = await readOwnData(this.dataSource.manager, actor.personId);
      const locale = localeOf(lang);
      const report = { title: OWN_DATA[locale], lead: [], tables: asTables(found, locale) };
      const file = format === 'json' ? asJson(found) : await writePdf(report, locale);
      await this.trace(actor, 'mijn-gegevens', format);
      heading(res, format, `karavaan-mijn-gegevens-${dayOf(Date.now())}.${format}`);
      res.send(file);
    });
  }

  /** The indicators of a period, with their bars and what they mean. */
  @Get('rapport.:format')
  async report(
    @Param('format') format: string,
    @Query('lang') lang: unknown,
    @Query('variables') variables: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    if (format !== 'xlsx' && format !== 'pdf') throw new NotFoundException();
    const asked = parseVariables(variables);
    await this.make(req, res, async (reader) => {
      const file = await writeReport(reader, format, asked, localeOf(lang));
      await this.trace(reader.actor, 'rapport', format);
      heading(res, format, `karavaan-rapport-${dayOf(Date.now())}.${format}`);
      res.send(file);
    });
  }

  @Get(':name.:format')
  async file(
    @Param('name') name: string,
    @Param('format') asked: string,
    @Query('lang') lang: unknown,
    @Query('variables') variables: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const list = allExports.find((each) => each.name === name);
    if (!list || !Object.hasOwn(MOST_ROWS, asked)) throw new NotFoundException();
    const format = asked as Format;
    const locale = localeOf(lang);
    const filter = parseVariables(variables);
    await this.make(req, res, async (reader) => {
      const pages = readList(reader, list, filter);
      const trace = () => this.trace(reader.actor, list.name, format);
      const fileName = `karavaan-${name}-${dayOf(Date.now())}.${format}`;
      if (format === 'csv') return sendCsv(res, writeCsv(list, pages, locale), trace, fileName);
      const table = await gather(list, pages, locale, MOST_ROWS[format]);
      const report = { title: table.title, lead: [COUNT[locale](table.rows.length)], tables: [narrowed(table, locale)] };
      const file = format === 'xlsx' ? await writeXlsx([table], locale) : await writePdf(report, locale);
      await trace();
      heading(res, format, fileName);
      res.send(file);
      return undefined;
    });
  }

  private async make(req: Request, res: Response, work: (reader: Reader) => Promise<void>): Promise<void> {
    const actor = await actorOfToken(this.dataSource.manager, readSessionCookie(req, this.settings));
    if (this.busy >= AT_ONCE) {
      res.setHeader('Retry-After', '5');
      throw new ServiceUnavailableException();
    }
    this.busy++;
    try {
      const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
      await work({ schema, dataSource: this.dataSource, actor });
    } catch (error) {
      throw toHttp(error);
    } finally {
      this.busy--;
    }
  }

  /** Who took which list away is known; a visitor takes only what everybody may see. */
  private async trace(actor: Actor, list: string, format: Format | 'json'): Promise<void> {
    if (actor.personId === null) return;
    await recordAudit(this.dataSource.manager, actor, {
      action: 'list.export',
      entity: 'list',
      entityId: list,
      after: { format },
    });
  }
}

const OWN_DATA: Record<Locale, string> = {
  nl: 'Mijn gegevens in Karavaan',
  fr: 'Mes données dans Karavaan',
  en: 'My data in Karavaan',
};

const COUNT: Record<Locale, (count: number) => string> = {
  nl: (count) => (count === 1 ? '1 rij' : `${count} rijen`),
  fr: (count) => (count <= 1 ? `${count} ligne` : `${count} lignes`),
  en: (count) => (count === 1 ? '1 row' : `${count} rows`),
};

const localeOf = (lang: unknown): Locale => (Object.hasOwn(Locale, String(lang)) ? (lang as Locale) : 'nl');

function heading(res: Response, format: Format | 'json', fileName: string): void {
  res.setHeader('Content-Type', TYPES[format]);
  res.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  res.setHeader('Cache-Control', 'private, no-store');
  res.setHeader('X-Robots-Tag', 'noindex');
}

/** The first page is read before the answer starts, so that a refusal can still be one. */
async function sendCsv(
  res: Response,
  parts: AsyncGenerator<string>,
  trace: () => Promise<void>,
  fileName: string,
): Promise<void> {
  let part = await parts.next();
  await trace();
  heading(res, 'csv', fileName);
  try {
    for (; !part.done && !res.destroyed; part = await parts.next()) {
      if (!res.write(part.value)) await new Promise((resolve) => res.once('drain', resolve).once('close', resolve));
    }
    res.end();
  } catch {
    // Half a file must not pass for a whole one.
    res.destroy();
  }
}

function parseVariables(text: unknown): Record<string, unknown> {
  if (text === undefined || text === '') return {};
  try {
    const parsed: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // falls through to the same answer
  }
  throw new BadRequestException();
}

function toHttp(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  const code = error.extensions['code'];
  if (code === 'UNAUTHENTICATED') return new UnauthorizedException();
  if (code === 'FORBIDDEN') return new ForbiddenException();
  if (code === 'NOT_FOUND') return new NotFoundException();
  // Without a path no field was asked yet: the variables are not those of the list.
  if (code === 'BAD_USER_INPUT' || !error.path) return new BadRequestException();
  return error.originalError ?? error;
}
