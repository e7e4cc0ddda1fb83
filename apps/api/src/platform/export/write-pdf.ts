import { dayOf } from '@karavaan/domain';
import type { Locale } from '../graphql/enums.js';
import { cellText, tagOf } from './cell-text.js';
import { drawBars } from './pdf-bars.js';
import { BODY, BOLD, element, FONTS, INK, LINE, MARGIN, MUTED, type Pdf, type Structure } from './pdf-look.js';
import { drawTable } from './pdf-table.js';
import type { Table } from './table.js';

/** A table of a report with, above it, one of its columns as bars. */
export interface ReportTable extends Table {
  /** columns: the one that names a bar, the one that gives its length */
  readonly bars?: readonly [name: number, length: number];
}

export interface Report {
  readonly title: string;
  /** Sentences under the title: the period, the filter, the definitions. */
  readonly lead: readonly string[];
  readonly tables: readonly ReportTable[];
}

const PAGE_WORDS: Record<Locale, (at: number, of: number) => string> = {
  nl: (at, of) => `bladzijde ${at} van ${of}`,
  fr: (at, of) => `page ${at} de ${of}`,
  en: (at, of) => `page ${at} of ${of}`,
};

/**
 * An A4 document that a screen reader can follow: a language, a title, headings, tables with header cells, and bars
 * with their meaning in words. The library and the fonts are loaded when they are first needed.
 */
export async function writePdf(report: Report, locale: Locale, now = Date.now()): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const wide = report.tables.some(({ columns }) => columns.length > 5);
  const doc = new PDFDocument({
    size: 'A4',
    layout: wide ? 'landscape' : 'portrait',
    margins: { top: MARGIN, bottom: MARGIN + 16, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: tagOf(locale),
    bufferPages: true,
    font: FONTS[BODY],
    info: { Title: report.title, Creator: 'Karavaan', Producer: 'Karavaan', CreationDate: new Date(now) },
  } as object) as Pdf;
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, file);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ready = new Promise<void>((resolve, reject) => {
    doc.on('end', () => resolve());
    doc.on('error', reject);
  });

  const root = doc.struct('Document');
  doc.addStructure(root);
  drawTitle(doc, root, report);
  for (const table of report.tables) drawSection(doc, root, table, locale, report.tables.length > 1);
  root.end();
  drawFeet(doc, report.title, locale, now);
  doc.end();
  await ready;
  return Buffer.concat(chunks);
}

function drawTitle(doc: Pdf, root: Structure, { title, lead }: Report): void {
  root.add(
    element(doc, 'H1', () => {
      doc.font(BOLD).fontSize(20).fillColor(INK).text(title);
    }),
  );
  for (const sentence of lead) paragraph(doc, root, sentence, MUTED);
  doc.moveDown(0.6);
}

function drawSection(doc: Pdf, root: Structure, table: ReportTable, locale: Locale, headed: boolean): void {
  const section = doc.struct('Sect');
  root.add(section);
  if (headed) {
    // A heading does not stay behind at the foot of a page.
    if (doc.y > doc.page.height - doc.page.margins.bottom - 90) doc.addPage();
    section.add(
      element(doc, 'H2', () => {
        doc.font(BOLD).fontSize(13).fillColor(INK).text(table.title, MARGIN);
      }),
    );
    doc.moveDown(0.3);
  }
  if (table.bars) drawBars(doc, section, table, table.bars, locale);
  if (table.rows.length > 0) drawTable(doc, section, table, (cell, kind) => cellText(cell, kind, locale));
  for (const note of table.notes ?? []) paragraph(doc, section, note, MUTED);
  section.end();
  doc.moveDown(0.9);
}

function paragraph(doc: Pdf, parent: Structure, text: string, color: string): void {
  parent.add(
    element(doc, 'P', () => {
      doc.font(BODY).fontSize(9).fillColor(color).text(text, MARGIN);
    }),
  );
  doc.moveDown(0.2);
}

/** On every page, out of the reading order: what it is, its day, its number. */
function drawFeet(doc: Pdf, title: string, locale: Locale, now: number): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    const y = doc.page.height - MARGIN;
    const width = doc.page.width - 2 * MARGIN;
    // The foot lies in the margin: without this, the text would open a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' } as never);
    doc
      .moveTo(MARGIN, y - 6)
      .lineTo(MARGIN + width, y - 6)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    doc.font(BODY).fontSize(8).fillColor(MUTED);
    doc.text(`Karavaan · ${title} · ${cellText(dayOf(now), 'day', locale)}`, MARGIN, y, {
      width: width - 120,
      height: 10,
      ellipsis: true,
    });
    doc.text(PAGE_WORDS[locale](page - start + 1, count), MARGIN + width - 120, y, { width: 120, align: 'right' });
    doc.endMarkedContent();
  }
}
