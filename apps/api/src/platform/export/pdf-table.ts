import { BODY, BOLD, element, INK, LINE, MARGIN, SOFT, type Pdf, type Structure } from './pdf-look.js';
import type { Cell, CellKind, Table } from './table.js';

const SIZE = 8.5;
const PAD = 3;

type Text = (cell: Cell, kind: CellKind) => string;
type Look = { font: string; ground: string | null };

/** A table over as many pages as it needs. Its heading is drawn again on each, and read aloud once. */
export function drawTable(doc: Pdf, parent: Structure, table: Table, text: Text): void {
  const widths = columnWidths(doc, table, text);
  const headings = table.columns.map(({ heading }) => heading);
  const structure = doc.struct('Table');
  parent.add(structure);
  const heading = { font: BOLD, ground: SOFT };
  drawRow(doc, widths, headings, table, heading, rowIn(doc, structure, 'TH'));
  for (const row of table.rows) {
    const cells = row.map((cell, at) => text(cell, table.columns[at]!.kind));
    if (doc.y + heightOf(doc, widths, cells, BODY) > bottomOf(doc)) {
      doc.addPage();
      drawRow(doc, widths, headings, table, heading, unread(doc));
    }
    drawRow(doc, widths, cells, table, { font: BODY, ground: null }, rowIn(doc, structure, 'TD'));
  }
  structure.end();
  doc.x = MARGIN;
  doc.moveDown(0.5);
}

/** How a cell's drawing comes into the document: as a cell of a row, or outside of what is read. */
type Put = { cell: (draw: () => void) => void; end: () => void };

function rowIn(doc: Pdf, table: Structure, kind: 'TH' | 'TD'): Put {
  const row = doc.struct('TR');
  table.add(row);
  const options = kind === 'TH' ? { scope: 'Column' } : {};
  return {
    cell: (draw) => row.add(element(doc, kind, draw, options)),
    end: () => row.end(),
  };
}

const unread = (doc: Pdf): Put => ({
  cell: (draw) => {
    doc.markContent('Artifact', { type: 'Pagination' } as never);
    draw();
    doc.endMarkedContent();
  },
  end: () => undefined,
});

function drawRow(doc: Pdf, widths: readonly number[], cells: readonly string[], { columns }: Table, look: Look, put: Put): void {
  const top = doc.y;
  const height = heightOf(doc, widths, cells, look.font);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  doc.markContent('Artifact', { type: 'Layout' } as never);
  if (look.ground) doc.rect(MARGIN, top, whole, height).fill(look.ground);
  doc
    .moveTo(MARGIN, top + height)
    .lineTo(MARGIN + whole, top + height)
    .lineWidth(0.4)
    .strokeColor(LINE)
    .stroke();
  doc.endMarkedContent();
  let x = MARGIN;
  cells.forEach((cell, at) => {
    const left = x + PAD;
    const width = widths[at]! - 2 * PAD;
    const align = isFigure(columns[at]!.kind) ? ('right' as const) : ('left' as const);
    put.cell(() => {
      doc.font(look.font).fontSize(SIZE).fillColor(INK);
      doc.text(cell, left, top + PAD, { width, height: height - PAD, align, ellipsis: true });
    });
    x += widths[at]!;
  });
  put.end();
  doc.y = top + height;
}

const isFigure = (kind: CellKind) => kind === 'number' || kind === 'percent';

const bottomOf = (doc: Pdf) => doc.page.height - doc.page.margins.bottom;

function heightOf(doc: Pdf, widths: readonly number[], cells: readonly string[], font: string): number {
  doc.font(font).fontSize(SIZE);
  const heights = cells.map((cell, at) => doc.heightOfString(cell || ' ', { width: widths[at]! - 2 * PAD }));
  // No row is taller than a third of a page: what does not fit ends in three dots.
  return Math.min(Math.max(...heights), doc.page.height / 3) + 2 * PAD;
}

/** The page's width shared by what the columns hold: none under its longest word, long texts wrapped. */
function columnWidths(doc: Pdf, { columns, rows }: Table, text: Text): number[] {
  doc.font(BOLD).fontSize(SIZE);
  const sample = rows.slice(0, 150);
  const wanted = columns.map(({ heading, kind }, at) => {
    const texts = [heading, ...sample.map((row) => text(row[at]!, kind))];
    const widest = Math.max(...texts.map((each) => doc.widthOfString(each.slice(0, 80))));
    const word = Math.max(...texts.flatMap((each) => each.slice(0, 80).split(/\s/)).map((each) => doc.widthOfString(each)));
    return { least: Math.min(word, 150) + 2 * PAD + 1, most: Math.min(widest, 240) + 2 * PAD + 1 };
  });
  const room = doc.page.width - 2 * MARGIN;
  const least = wanted.reduce((sum, each) => sum + each.least, 0);
  if (least >= room) return wanted.map((each) => (each.least / least) * room);
  const most = wanted.reduce((sum, each) => sum + each.most, 0);
  const share = most === least ? 0 : Math.min(1, (room - least) / (most - least));
  return wanted.map((each) => each.least + share * (each.most - each.least));
}
