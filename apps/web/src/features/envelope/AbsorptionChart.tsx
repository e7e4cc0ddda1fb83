import { daysBetween } from '@karavaan/domain';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { CurvePoint } from './envelope.graphql.js';
import styles from './AbsorptionChart.module.css';

const WIDTH = 560;
const HEIGHT = 230;
const LEFT = 44;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 28;

type Props = {
  points: readonly CurvePoint[];
  budget: string;
  windowEnd: string;
  chosen: number;
  onChoose: (at: number) => void;
};

/** The curve as a picture; the slider and the sentence under it say the same, and the table has every figure. */
export function AbsorptionChart({ points, budget, windowEnd, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const first = points[0]!.day;
  const days = Math.max(1, daysBetween(first, points.at(-1)!.day));
  // Only for drawing: what is said is whole cents.
  const top = Number(budget) / 100 || 1;
  const x = (day: string) => LEFT + (daysBetween(first, day) / days) * (WIDTH - LEFT - RIGHT);
  const y = (cents: string) => HEIGHT - BOTTOM - (Number(cents) / 100 / top) * (HEIGHT - TOP - BOTTOM);
  const line = (name: 'planned' | 'committed' | 'paid' | 'certified' | 'p50', more: readonly CurvePoint[] = points) =>
    more
      .filter((each) => each[name] !== null)
      .map((each, at) => `${at === 0 ? 'M' : 'L'}${x(each.day).toFixed(1)} ${y(each[name]!).toFixed(1)}`)
      .join(' ');
  const now = points.findLast(({ paid }) => paid !== null);
  const forecast = points.filter(({ p50 }) => p50 !== null);
  const band = forecast.length > 0 && now ? [{ ...now, p10: now.paid, p50: now.paid, p90: now.paid }, ...forecast] : [];
  const area = [
    ...band.map((each) => `${x(each.day).toFixed(1)} ${y(each.p90!).toFixed(1)}`),
    ...band.toReversed().map((each) => `${x(each.day).toFixed(1)} ${y(each.p10!).toFixed(1)}`),
  ];
  const years = [...new Set(points.map(({ day }) => day.slice(0, 4)))];
  const steps = stepsTo(top);
  const point = points[chosen];
  function choose(event: React.PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * WIDTH;
    const nearest = points.map(({ day }, index) => [Math.abs(x(day) - at), index] as const).toSorted((a, b) => a[0] - b[0])[0]!;
    onChoose(nearest[1]);
  }
  return (
    <>
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" onPointerDown={choose}>
        {steps.map((step) => (
          <g key={step}>
            <line className={styles.grid} x1={LEFT} x2={WIDTH - RIGHT} y1={y(String(step * 100))} y2={y(String(step * 100))} />
            <text className={styles.text} x={LEFT - 6} y={y(String(step * 100)) + 4} textAnchor="end">
              {shortEuro(step)}
            </text>
          </g>
        ))}
        {years.map((year, at) => {
          const day = `${year}-01-01` < first ? first : `${year}-01-01`;
          return (
            <text key={year} className={styles.text} x={x(day)} y={HEIGHT - 8}>
              {x(day) < WIDTH - 40 && (at > 0 || years.length === 1 || x(`${years[1]}-01-01`) - x(day) > 44) ? year : ''}
            </text>
          );
        })}
        {area.length > 0 ? <path className={styles.band} d={`M${area.join(' L')} Z`} /> : null}
        <path className={styles.planned} d={line('planned')} />
        <path className={styles.committed} d={line('committed')} />
        <path className={styles.certified} d={line('certified')} />
        <path className={styles.paid} d={line('paid')} />
        {band.length > 0 ? <path className={styles.expected} d={line('p50', band)} /> : null}
        <line className={styles.end} x1={x(windowEnd)} x2={x(windowEnd)} y1={TOP - 6} y2={HEIGHT - BOTTOM} />
        {point ? (
          <>
            <line className={styles.chosen} x1={x(point.day)} x2={x(point.day)} y1={TOP} y2={HEIGHT - BOTTOM} />
            <circle className={styles.dot} cx={x(point.day)} cy={y((point.paid ?? point.p50)!)} r="6" />
          </>
        ) : null}
      </svg>
      <ul className={styles.legend}>
        {(['paid', 'planned', 'committed', 'certified'] as const).map((name) => (
          <li key={name}>
            <svg width="30" height="10" aria-hidden="true">
              <path className={styles[name]} d="M1 5 H29" />
            </svg>
            {t(`envelope.curve.${name}`)}
          </li>
        ))}
        {band.length > 0 ? (
          <li>
            <svg width="30" height="14" aria-hidden="true">
              <path className={styles.band} d="M0 0 H30 V14 H0 Z" />
              <path className={styles.expected} d="M1 7 H29" />
            </svg>
            {t('envelope.curve.band')}
          </li>
        ) : null}
        <li>
          <svg width="10" height="14" aria-hidden="true">
            <path className={styles.end} d="M5 0 V14" />
          </svg>
          {t('envelope.curve.end')}
        </li>
      </ul>
    </>
  );
}

/** Three or four round amounts up to the top. */
function stepsTo(top: number): number[] {
  const rough = top / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * size).find((each) => each >= rough) ?? rough;
  const steps: number[] = [];
  for (let at = 0; at <= top; at += step) steps.push(at);
  return steps;
}

function shortEuro(amount: number): string {
  if (amount >= 1_000_000) return `${String(amount / 1_000_000).replace('.', ',')} M`;
  return amount >= 1_000 ? `${String(amount / 1_000).replace('.', ',')} k` : String(amount);
}
