import type { ModelData } from 'highs';
import { loadHighs, type HighsRuntime } from './load-highs.js';

/** A route that was seen: which tasks it serves, which group of shifts can drive it, what it costs. */
export interface Column {
  tasks: readonly number[];
  group: number;
  cost: number;
}

/** Shifts that are alike. When they belong to one vehicle with several shifts, `vehicle` is its number in `vehicleCosts`. */
export interface Group {
  count: number;
  vehicle?: number;
}

export interface Selection {
  columns: readonly Column[];
  groups: readonly Group[];
  /** By task: what leaving it out costs. */
  leaveCosts: readonly number[];
  /** By vehicle with several shifts: what it costs once when any of them is driven. */
  vehicleCosts: readonly number[];
  /** A known choice, as indices of columns, that the result has to beat. */
  start: readonly number[];
}

export interface ChooseLimits {
  seconds?: number;
  nodes?: number;
  stopped?: () => boolean;
}

/**
 * The cheapest choice of routes in which no task is served twice (set partitioning, Balinski & Quandt 1964), as indices of
 * columns; undefined when none was found in time.
 */
export async function chooseColumns(selection: Selection, limits: ChooseLimits): Promise<number[] | undefined> {
  return choose(await loadHighs(), selection, limits);
}

function choose(highs: HighsRuntime, selection: Selection, { seconds, nodes, stopped }: ChooseLimits): number[] | undefined {
  const model = modelOf(selection, highs.infinity);
  return highs.withModel(model, (running) => {
    running.options.set('output_flag', false);
    if (seconds !== undefined) running.options.set('time_limit', seconds);
    if (nodes !== undefined) running.options.set('mip_max_nodes', nodes);
    running.setSolution({ colValue: startValues(selection, model.numCols) });
    const { mipInterrupt, simplexInterrupt } = highs.constants.callbackType;
    const look = (event: { interrupt(): void }): undefined => {
      if (stopped?.()) event.interrupt();
    };
    running.run({ [mipInterrupt]: look, [simplexInterrupt]: look });
    const { colValue } = running.getSolution();
    const chosen = selection.columns.flatMap((_, at) => ((colValue[at] ?? 0) > 0.5 ? [at] : []));
    return isChoice(selection, chosen) ? chosen : undefined;
  });
}

/** Columns: the routes, then a task left out each, then a vehicle used each. Rows: tasks, groups, and shift-needs-vehicle. */
function modelOf(selection: Selection, infinity: number): ModelData {
  const { columns, groups, leaveCosts, vehicleCosts } = selection;
  const tasks = leaveCosts.length;
  const linked = groups.flatMap((group, at) => (group.vehicle === undefined ? [] : [at]));
  const linkRow = new Map(linked.map((group, at) => [group, tasks + groups.length + at]));
  const numCols = columns.length + tasks + vehicleCosts.length;
  const numRows = tasks + groups.length + linked.length;

  const starts: number[] = [];
  const indices: number[] = [];
  const values: number[] = [];
  const put = (row: number, value: number) => {
    indices.push(row);
    values.push(value);
  };
  for (const { tasks: served, group } of columns) {
    starts.push(indices.length);
    for (const task of [...served].sort((a, b) => a - b)) put(task, 1);
    put(tasks + group, 1);
    const link = linkRow.get(group);
    if (link !== undefined) put(link, 1);
  }
  for (let task = 0; task < tasks; task++) {
    starts.push(indices.length);
    put(task, 1);
  }
  vehicleCosts.forEach((_, vehicle) => {
    starts.push(indices.length);
    for (const group of linked) if (groups[group]!.vehicle === vehicle) put(linkRow.get(group)!, -1);
  });
  starts.push(indices.length);

  const zeros = new Float64Array(numRows);
  return {
    numCols,
    numRows,
    colCost: Float64Array.from([...columns.map((column) => column.cost), ...leaveCosts, ...vehicleCosts]),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: zeros.map((_, row) => (row < tasks ? 1 : -infinity)),
    rowUpper: zeros.map((_, row) => (row < tasks ? 1 : row < tasks + groups.length ? groups[row - tasks]!.count : 0)),
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: new Int32Array(numCols).fill(1),
  };
}

function startValues({ columns, groups, leaveCosts, start }: Selection, numCols: number): Float64Array {
  const values = new Float64Array(numCols);
  for (let task = 0; task < leaveCosts.length; task++) values[columns.length + task] = 1;
  for (const at of start) {
    values[at] = 1;
    for (const task of columns[at]!.tasks) values[columns.length + task] = 0;
    const { vehicle } = groups[columns[at]!.group]!;
    if (vehicle !== undefined) values[columns.length + leaveCosts.length + vehicle] = 1;
  }
  return values;
}

/** Without a solution in time the values mean nothing. */
function isChoice({ columns, groups }: Selection, chosen: readonly number[]): boolean {
  const served = new Set<number>();
  const used = new Map<number, number>();
  for (const at of chosen) {
    const { tasks, group } = columns[at]!;
    for (const task of tasks) {
      if (served.has(task)) return false;
      served.add(task);
    }
    used.set(group, (used.get(group) ?? 0) + 1);
  }
  return [...used].every(([group, count]) => count <= groups[group]!.count);
}
