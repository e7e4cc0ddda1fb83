export type LonLat = [number, number];

/** `/basemap/province.json`: rings of [longitude, latitude], filled by the even-odd rule. */
export type BaseMap = {
  kind: 'schematic' | 'official';
  caption: { nl: string; fr: string; en: string };
  /** [west, south, east, north] */
  bounds: [number, number, number, number];
  province: LonLat[][];
  municipalities: { nis: string; name: string; rings: LonLat[][] }[];
  sea: LonLat[][];
  seaLabel: { lon: number; lat: number; angle: number };
  land: LonLat[][];
  roads: { name: string; badge: LonLat; line: LonLat[] }[];
  towns: { name: string; lat: number; lon: number; rank: 1 | 2 | 3; anchor: 'left' | 'right' | 'above' | 'below' }[];
};

let loaded: Promise<BaseMap> | undefined;

/** Fetched once per page load; a failure may be tried again. */
export function loadBaseMap(): Promise<BaseMap> {
  loaded ??= fetch('/basemap/province.json')
    .then((answer) => {
      if (!answer.ok) throw new Error(`base map: ${answer.status}`);
      return answer.json() as Promise<BaseMap>;
    })
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}
