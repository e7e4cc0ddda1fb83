import { chooseColumns, type Selection } from './choose-columns.js';

const selection = (changes: Partial<Selection>): Selection => ({
  columns: [],
  groups: [{ count: 2 }],
  leaveCosts: [100, 100, 100],
  vehicleCosts: [],
  start: [],
  ...changes,
});

describe('chooseColumns', () => {
  it('combines halves of two plans into one that is cheaper than either', async () => {
    const columns = [
      { tasks: [0, 1], group: 0, cost: 10 },
      { tasks: [2], group: 0, cost: 9 },
      { tasks: [0], group: 0, cost: 2 },
      { tasks: [1, 2], group: 0, cost: 20 },
      { tasks: [1], group: 0, cost: 3 },
      { tasks: [0, 2], group: 0, cost: 12 },
    ];
    // First plan 10 + 9 = 19, second 2 + 20 = 22; crosswise 3 + 12 = 15.
    expect(await chooseColumns(selection({ columns, start: [0, 1] }), {})).toEqual([4, 5]);
  });

  it('leaves a task out when every route that serves it costs more', async () => {
    const columns = [
      { tasks: [0, 1], group: 0, cost: 10 },
      { tasks: [2], group: 0, cost: 101 },
    ];
    expect(await chooseColumns(selection({ columns }), {})).toEqual([0]);
  });

  it('drives no more shifts of a group than there are', async () => {
    const columns = [0, 1, 2].map((task) => ({ tasks: [task], group: 0, cost: task }));
    const chosen = await chooseColumns(selection({ columns, leaveCosts: [10, 20, 30] }), {});
    expect(chosen).toEqual([1, 2]);
  });

  it('counts the cost of a vehicle once for its shifts together', async () => {
    const columns = [
      { tasks: [0], group: 0, cost: 1 },
      { tasks: [1], group: 1, cost: 1 },
    ];
    const groups = [
      { count: 1, vehicle: 0 },
      { count: 1, vehicle: 0 },
    ];
    const leaveCosts = [6, 6];
    // Both: 1 + 1 + 9 = 11 against 12 for leaving both; counted twice it would be 20.
    expect(await chooseColumns({ columns, groups, leaveCosts, vehicleCosts: [9], start: [] }, {})).toEqual([0, 1]);
    expect(await chooseColumns({ columns, groups, leaveCosts, vehicleCosts: [11], start: [] }, {})).toEqual([]);
  });
});
