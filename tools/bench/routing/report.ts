import os from 'node:os';
import { gapOf, type Kind } from './instance.ts';
import type { Measured } from './measure.ts';

const VALUE: Record<Kind, string> = { fleet: 'distance', profit: 'profit', cost: 'cost' };

const headOf = (kind: Kind) => [
  'instance',
  ...(kind === 'fleet' ? ['vehicles', 'best known'] : []),
  VALUE[kind],
  'best known',
  'gap',
  'iterations/s',
  'within 1 % after',
  'seed',
];

export function rowOf(measured: Measured, seed: number): string[] {
  const { instance, score, plan, gap, iterationsPerSecond, nearMs, rejected, faults } = measured;
  const { kind, best, proven } = instance;
  const wrong = [
    ...(plan.missing > 0 ? [`${plan.missing} missing`] : []),
    ...(rejected.length > 0 ? [`rejected: ${rejected[0]}`] : []),
    ...faults,
  ];
  return [
    [instance.name, ...wrong].join(', '),
    ...(kind === 'fleet' ? [String(score.vehicles), String(best?.vehicles ?? '–')] : []),
    valueText(kind, score.value),
    best ? `${valueText(kind, best.value)}${proven ? ' (proven)' : ''}` : '–',
    percent(gap),
    iterationsPerSecond.toFixed(0),
    nearMs === undefined ? '–' : `${(nearMs / 1000).toFixed(2)} s`,
    String(seed),
  ];
}

export function tableOf(all: readonly Measured[], seed: number): string {
  const head = headOf(all[0]!.instance.kind);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...all.map((each) => rowOf(each, seed))].map(line).join('\n');
}

/** What the whole set says, a sentence each. */
export function sumOf(all: readonly Measured[]): string[] {
  const { kind } = all[0]!.instance;
  const known = all.filter(({ instance }) => instance.best);
  const said = kind === 'fleet' ? sumOfFleet(known) : sumOfValues(kind, known);
  const rejected = all.filter((each) => each.rejected.length > 0).length;
  const near = known.filter(({ nearMs }) => nearMs !== undefined).map(({ nearMs }) => nearMs!);
  const speed = all.reduce((sum, each) => sum + each.iterationsPerSecond, 0) / all.length;
  if (near.length > 0)
    said.push(
      `Within 1 % of the best: ${near.length} of ${known.length}, on average after ${(average(near) / 1000).toFixed(2)} s.`,
    );
  said.push(`${speed.toFixed(0)} iterations per second on average.`);
  said.push(rejected === 0 ? 'The independent checker accepts every plan.' : `The checker rejects ${rejected} plans.`);
  return said;
}

function sumOfFleet(known: readonly Measured[]): string[] {
  if (known.length === 0) return [];
  const ours = known.reduce((sum, { score }) => sum + score.vehicles, 0);
  const best = known.reduce((sum, { instance }) => sum + instance.best!.vehicles, 0);
  const equal = known.filter(({ score, instance }) => score.vehicles === instance.best!.vehicles);
  const ourWay = equal.reduce((sum, { score }) => sum + score.value, 0);
  const bestWay = equal.reduce((sum, { instance }) => sum + instance.best!.value, 0);
  return [
    `Vehicles: ${ours}, best known ${best} (${percent((ours - best) / best)}); as many as best known on ${equal.length} of ${known.length}.`,
    ...(equal.length === 0
      ? []
      : [
          `Distance where vehicles are equal: ${ourWay.toFixed(1)}, best known ${bestWay.toFixed(1)} (${percent((ourWay - bestWay) / bestWay)}).`,
          `Exactly the best known on ${equal.filter((each) => each.gap! < 1e-4).length}; the worst gap there is ${percent(worst(equal))}.`,
        ]),
  ];
}

function sumOfValues(kind: Kind, known: readonly Measured[]): string[] {
  if (known.length === 0) return [];
  const gaps = known.map(({ instance, score }) => gapOf(instance, score)!);
  const proven = known.filter(({ instance }) => instance.proven);
  const reached = proven.filter((each) => each.gap! <= 1e-9).length;
  return [
    `${VALUE[kind]}: mean gap ${percent(average(gaps))}, worst ${percent(Math.max(...gaps))}.`,
    ...(proven.length > 0 ? [`Proven optima reached: ${reached} of ${proven.length}.`] : []),
  ];
}

export function machine(): string {
  const day = new Date().toISOString().slice(0, 10);
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `Measured on ${day}: ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${memory} GiB, ${os.type()}, Node ${process.versions.node}`;
}

const valueText = (kind: Kind, value: number) => value.toFixed(kind === 'profit' ? 0 : 2);
const percent = (part: number | undefined) =>
  part === undefined ? '–' : `${(Math.abs(part) < 5e-5 ? 0 : part * 100).toFixed(2)} %`;
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const worst = (all: readonly Measured[]) => Math.max(...all.map(({ gap = 0 }) => gap));
