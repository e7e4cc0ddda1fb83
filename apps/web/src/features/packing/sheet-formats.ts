/** A sheet of labels on A4, in millimetres, as its maker gives them. */
export interface SheetFormat {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
  readonly gapX: number;
}

export const SHEET_FORMATS = {
  L7160: { columns: 3, rows: 7, width: 63.5, height: 38.1, top: 15.15, left: 7.25, gapX: 2.5 },
  L7163: { columns: 2, rows: 7, width: 99.1, height: 38.1, top: 15.15, left: 4.65, gapX: 2.5 },
  L7165: { columns: 2, rows: 4, width: 99.1, height: 67.7, top: 13.1, left: 4.65, gapX: 2.5 },
} as const satisfies Record<string, SheetFormat>;

export type FormatName = keyof typeof SHEET_FORMATS;

export const perSheet = ({ columns, rows }: SheetFormat) => columns * rows;

/** Where the label at this place of a sheet lies, from the corner of the paper. */
export function placeOf(format: SheetFormat, at: number): { left: number; top: number } {
  const [column, row] = [at % format.columns, Math.floor(at / format.columns)];
  return { left: format.left + column * (format.width + format.gapX), top: format.top + row * format.height };
}

/** Divides labels over sheets, the first of which begins at place `first`; empty places are null. */
export function onSheets<T>(labels: readonly T[], format: SheetFormat, first: number): (T | null)[][] {
  const all = [...Array.from({ length: first }, () => null), ...labels];
  const size = perSheet(format);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
