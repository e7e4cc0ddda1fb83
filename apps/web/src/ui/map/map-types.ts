export type Point = { latitude: number; longitude: number };

export type Pin = Point & {
  id: string;
  /** read out and shown on hover, e.g. '1. Cobotcel, Kortrijk' */
  name: string;
  /** the number it has in the list; without it the pin is a small disc */
  number?: number;
  /** a word beside it, e.g. the town */
  label?: string;
  /** grey: not free */
  off?: boolean;
  selected?: boolean;
  /** known only to its town: drawn with a dashed ring */
  approximate?: boolean;
  draggable?: boolean;
};

/** A drive, drawn bent and dotted. */
export type MapLeg = { from: Point; to: Point };

export type MapProps = {
  label: string;
  pins?: readonly Pin[];
  /** the yellow drop */
  you?: (Point & { name: string }) | null;
  legs?: readonly MapLeg[];
  /** NIS code of the municipality to highlight */
  highlight?: string | null;
  circle?: (Point & { radiusKm: number }) | null;
  /** what must be in sight; the province when empty */
  fit?: readonly Point[];
  onPin?: (id: string) => void;
  /** a draggable pin was dropped, or moved by the arrow keys */
  onPinMoved?: (id: string, to: Point) => void;
  tiles?: { url: string; attribution: string } | null;
  /** a picture only: no panning, no zooming */
  still?: boolean;
};
