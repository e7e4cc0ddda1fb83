// The sets that can be measured: public ones from a folder (lilim/, toptw/, each with bks.csv), and our own cases.
import fs from 'node:fs';
import path from 'node:path';
import { readLiLim, readSolomon, readToptw, stressCase, tourCase, townCase, type Problem } from '@karavaan/routing';
import type { Instance } from './instance.ts';
import { ownBest } from './own-best.ts';

export interface BenchSet {
  title: string;
  limitSeconds: number;
  /** What is aimed at, for people. */
  bar: string;
  /** Read one by one, since large ones take room. */
  list(folder: string): { name: string; read(): Instance }[];
}

export const SETS: Record<string, BenchSet> = {
  lilim100: liLim(100, 2, 'vehicles as best known on all, distance at most 0.1 % more'),
  lilim200: liLim(200, 10, 'vehicles at most 0.4 % more, distance at equal vehicles at most 0.8 % more'),
  lilim400: liLim(400, 30, 'vehicles at most 2 % more, distance at equal vehicles at most 2.5 % more'),
  toptw100: toptw('TOPTW c/r/rc100, one path', /^r?c?1\d\d$/, 4, 'every proven optimum'),
  toptwpr: toptw('TOPTW pr01-20, one to four paths', /^pr/, 5, 'mean gap at most 1.0 %, none over 4 %'),
  solomon: solomon(),
  stress: own('Own stress case', 20, 'within 2 % of the best of a run of ten minutes', 'cost', { stress: () => stressCase() }),
  tour: own('Own tour case', 20, 'within 2 % of the bound', 'profit', { tour: () => tourCase() }),
  thousand: own('1,000 tasks', 60, 'a complete plan within 2 s, at most 500 MB', 'fleet', { town: () => townCase(1000) }),
};

function own(
  title: string,
  limitSeconds: number,
  bar: string,
  kind: Instance['kind'],
  cases: Record<string, () => Problem>,
): BenchSet {
  const list = () =>
    Object.entries(cases).map(([name, make]) => ({
      name,
      read: (): Instance => {
        const problem = make();
        return { name, kind, problem, ...ownBest(name, problem) };
      },
    }));
  return { title, limitSeconds, bar, list };
}

/** Vehicle routing with time windows, in case the folder holds it. */
function solomon(): BenchSet {
  const list: BenchSet['list'] = (folder) => {
    const known = new Map(readCsv(path.join(folder, 'solomon', 'bks.csv')).map((row) => [row.instance!.toLowerCase(), row]));
    return filesIn(path.join(folder, 'solomon')).map(({ name, file }) => ({
      name,
      read: () => {
        const row = known.get(name);
        const best = row && { vehicles: Number(row.vehicles), value: Number(row.distance) };
        return { name, kind: 'fleet', problem: readSolomon(fs.readFileSync(file, 'utf8')), best };
      },
    }));
  };
  return { title: 'Solomon', limitSeconds: 10, bar: 'none set', list };
}

function liLim(tasks: number, limitSeconds: number, bar: string): BenchSet {
  const list: BenchSet['list'] = (folder) => {
    const known = new Map(readCsv(path.join(folder, 'lilim', 'bks.csv')).map((row) => [row.instance!, row]));
    return filesIn(path.join(folder, 'lilim', String(tasks))).map(({ name, file }) => ({
      name,
      read: () => {
        const row = known.get(name);
        const best = row && { vehicles: Number(row.vehicles), value: Number(row.distance) };
        return { name, kind: 'fleet', problem: readLiLim(fs.readFileSync(file, 'utf8')), best };
      },
    }));
  };
  return { title: `Li & Lim ${tasks}`, limitSeconds, bar, list };
}

function toptw(title: string, names: RegExp, limitSeconds: number, bar: string): BenchSet {
  const list: BenchSet['list'] = (folder) => {
    const files = new Map(filesIn(path.join(folder, 'toptw')).map(({ name, file }) => [name, file]));
    return readCsv(path.join(folder, 'toptw', 'bks.csv')).flatMap((row) => {
      const file = files.get(row.instance!);
      if (!names.test(row.instance!) || file === undefined) return [];
      const paths = Number(row.paths);
      const read = (): Instance => ({
        name: `${row.instance} × ${paths}`,
        kind: 'profit',
        problem: readToptw(fs.readFileSync(file, 'utf8'), { paths, digits: row.instance!.startsWith('pr') ? 2 : 1 }),
        best: { vehicles: paths, value: Number(row.score) },
        proven: row.status === 'proven optimal',
      });
      return [{ name: `${row.instance} × ${paths}`, read }];
    });
  };
  return { title, limitSeconds, bar, list };
}

function filesIn(folder: string): { name: string; file: string }[] {
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.txt') && file !== 'README.txt');
  return files.sort().map((file) => ({ name: path.basename(file, '.txt').toLowerCase(), file: path.join(folder, file) }));
}

function readCsv(file: string): Record<string, string | undefined>[] {
  if (!fs.existsSync(file)) return [];
  const [head, ...rows] = fs.readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at]!, cell.trim()])));
}
