import type { Locale } from '../graphql/enums.js';
import { cellText } from './cell-text.js';
import { BAR, BODY, element, INK, MARGIN, SOFT, type Pdf, type Structure } from './pdf-look.js';
import type { Table } from './table.js';

const MOST_BARS = 15;
const HEIGHT = 15;
const NAMES = 190;
const FIGURES = 60;

/** The first rows of a table as bars; for who does not see them, the table below says the same. */
export function drawBars(
  doc: Pdf,
  parent: Structure,
  table: Table,
  [name, length]: readonly [number, number],
  locale: Locale,
): void {
  const rows = table.rows.slice(0, MOST_BARS).filter((row) => typeof row[length] === 'number');
  const longest = Math.max(0, ...rows.map((row) => row[length] as number));
  if (longest === 0) return;
  if (doc.y + rows.length * HEIGHT > doc.page.height - doc.page.margins.bottom) doc.addPage();
  const top = doc.y;
  const room = doc.page.width - 2 * MARGIN - NAMES - FIGURES;
  const kind = table.columns[length]!.kind;
  const nameOf = (row: Table['rows'][number]) => cellText(row[name]!, table.columns[name]!.kind, locale);
  const figureOf = (row: Table['rows'][number]) => cellText(row[length]!, kind, locale);
  const alt = `${table.columns[length]!.heading}: ${rows.map((row) => `${nameOf(row)} ${figureOf(row)}`).join(', ')}`;
  const draw = () => {
    rows.forEach((row, at) => {
      const y = top + at * HEIGHT;
      const wide = ((row[length] as number) / longest) * room;
      doc.rect(MARGIN + NAMES, y + 2, room, HEIGHT - 5).fill(SOFT);
      if (wide > 0) doc.rect(MARGIN + NAMES, y + 2, Math.max(wide, 1), HEIGHT - 5).fill(BAR);
      doc.font(BODY).fontSize(8.5).fillColor(INK);
      doc.text(nameOf(row), MARGIN, y + 2, { width: NAMES - 8, height: HEIGHT - 2, ellipsis: true });
      doc.text(figureOf(row), MARGIN + NAMES + room + 4, y + 2, { width: FIGURES - 4, align: 'right' });
    });
  };
  const bbox = [MARGIN, top, doc.page.width - MARGIN, top + rows.length * HEIGHT];
  parent.add(element(doc, 'Figure', draw, { alt, bbox }));
  doc.x = MARGIN;
  doc.y = top + rows.length * HEIGHT + 6;
}
