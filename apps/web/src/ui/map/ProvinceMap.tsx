import { lazy, Suspense, type ReactNode } from 'react';
import { MapGuard } from './MapGuard.js';
import type { MapProps } from './map-types.js';
import styles from './ProvinceMap.module.css';

const LeafletMap = lazy(() => import('./LeafletMap.js'));

/** The map of the province. Its code and its base map load after the page; whatever it shows also stands in a list. */
export function ProvinceMap({ legend, className, ...map }: MapProps & { legend?: ReactNode; className?: string }) {
  return (
    <section aria-label={map.label} className={className ? `${styles.frame} ${className}` : styles.frame}>
      <MapGuard>
        <Suspense fallback={null}>
          <LeafletMap {...map} />
          {legend ? <div className={styles.legend}>{legend}</div> : null}
        </Suspense>
      </MapGuard>
    </section>
  );
}
