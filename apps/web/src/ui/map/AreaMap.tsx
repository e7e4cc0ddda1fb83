import { useEffect, useState } from 'react';
import { useText } from '../i18n/useText.js';
import styles from './AreaMap.module.css';
import { loadBaseMap, type BaseMap, type LonLat } from './base-map.js';

type Props = {
  label: string;
  /** by NIS code: from 0 to 1, and what is said of it */
  values: ReadonlyMap<string, { share: number; text: string }>;
  /** what the lightest, the middle and the darkest tint mean */
  legend: readonly [string, string, string];
};

const WIDTH = 600;
/** The municipalities tinted by a figure. A picture: the figures stand beside it as bars or a table. */
export function AreaMap({ label, values, legend }: Props) {
  const text = useText();
  const [base, setBase] = useState<BaseMap | null>(null);
  useEffect(() => {
    let here = true;
    loadBaseMap().then(
      (loaded) => here && setBase(loaded),
      // Without its map the page still has all its figures.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  if (!base) return <div className={styles.room} />;
  const at = projection(boundsOf(base.municipalities));
  return (
    <figure className={styles.figure}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${at.height}`}>
        {base.municipalities.map(({ nis, name, rings }) => {
          const value = values.get(nis);
          return (
            <path
              key={nis}
              d={rings.map((ring) => `M${ring.map((point) => at.place(point)).join('L')}Z`).join('')}
              fillRule="evenodd"
              style={{ fill: tint(value?.share ?? 0) }}
            >
              <title>{value?.text ?? name}</title>
            </path>
          );
        })}
      </svg>
      <figcaption>
        {[0, 0.5, 1].map((share, index) => (
          <span key={share}>
            <i style={{ background: tint(share) }} aria-hidden="true" />
            {legend[index]}
          </span>
        ))}
        <small>{text(base.caption)}</small>
      </figcaption>
    </figure>
  );
}

const tint = (share: number) => `color-mix(in oklab, var(--k-primary) ${Math.round(share * 88)}%, var(--k-map-land))`;

const EDGE = 0.02;

/** [west, south, east, north] of all that is drawn, with a little room. */
function boundsOf(municipalities: BaseMap['municipalities']): BaseMap['bounds'] {
  const points = municipalities.flatMap(({ rings }) => rings.flat());
  const of = (axis: 0 | 1) => points.map((point) => point[axis]);
  return [Math.min(...of(0)) - EDGE, Math.min(...of(1)) - EDGE, Math.max(...of(0)) + EDGE, Math.max(...of(1)) + EDGE];
}

/** Degrees to the picture: as wide as it is, a degree of longitude as short as it is at this latitude. */
function projection([west, south, east, north]: BaseMap['bounds']) {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * narrow);
  return {
    height: Math.round((north - south) * scale),
    place: ([lon, lat]: LonLat) => `${((lon - west) * narrow * scale).toFixed(1)} ${((north - lat) * scale).toFixed(1)}`,
  };
}
