import styles from './KitDrawing.module.css';

/** A drawing of a kit's family on a soft tile, out of `/drawings.svg`; decorative, the name stands beside it. */
export function KitDrawing({ name, size = 96 }: { name: string; size?: number }) {
  return (
    <span className={styles.tile} style={{ width: size, height: size }} aria-hidden="true">
      <svg width={Math.round(size * 0.82)} height={Math.round(size * 0.82)} viewBox="0 0 120 120" focusable="false">
        <use href={`/drawings.svg#${name}`} />
      </svg>
    </span>
  );
}
