/** [longitude, latitude] in degrees. */
export type Point = [number, number];
/** A closed line whose last point, equal to the first, is left out. */
export type Ring = Point[];

export type Road = { name: string; badge: Point; line: Point[] };
export type Town = {
  name: string;
  lat: number;
  lon: number;
  /** 1: always labelled, 2: labelled from a medium size on, 3: only where there is room */
  rank: 1 | 2 | 3;
  /** where the label stands beside its dot */
  anchor: 'left' | 'right' | 'above' | 'below';
};

/** The content of `apps/web/public/basemap/province.json`. Rings are filled by the even-odd rule. */
export type BaseMap = {
  /** `schematic`: made here; `official`: municipal boundaries given by the administrator */
  kind: 'schematic' | 'official';
  source: string;
  caption: { nl: string; fr: string; en: string };
  /** [west, south, east, north] of what is drawn */
  bounds: [number, number, number, number];
  province: Ring[];
  municipalities: { nis: string; name: string; rings: Ring[] }[];
  sea: Ring[];
  /** Where the sea's name stands and how many degrees it turns, anticlockwise. */
  seaLabel: { lon: number; lat: number; angle: number };
  /** Belgium and its neighbours, each with rings of its own, so that their outlines are the national borders. */
  land: Ring[];
  roads: Road[];
  towns: Town[];
};
