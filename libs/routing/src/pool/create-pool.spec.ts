import { SolverError } from '../model/errors.js';
import { createPool } from './create-pool.js';

describe('createPool', () => {
  it('gives what is idle, and the rest waits its turn in order', async () => {
    const pool = createPool({ workers: 2 });
    const [first] = await pool.take(1);
    const more = await pool.take(5);
    expect(more).toHaveLength(1);
    const turns: string[] = [];
    const second = pool.take(1).then((lanes) => {
      turns.push('second');
      return lanes;
    });
    const third = pool.take(1).then((lanes) => {
      turns.push('third');
      return lanes;
    });
    pool.give([first]);
    pool.give(await second);
    pool.give(await third);
    expect(turns).toEqual(['second', 'third']);
    await pool.close();
  });

  it('lets who waits leave by a signal, and the next one still gets its turn', async () => {
    const pool = createPool({ workers: 1 });
    const lanes = await pool.take(1);
    const abort = new AbortController();
    const leaving = pool.take(1, abort.signal);
    const staying = pool.take(1);
    abort.abort(new Error('no longer needed'));
    await expect(leaving).rejects.toThrow('no longer needed');
    pool.give(lanes);
    expect(await staying).toEqual(lanes);
    await pool.close();
  });

  it('refuses who waits when it is closed, and ends every thread', async () => {
    const pool = createPool({ workers: 1 });
    const [lane] = await pool.take(1);
    const outcomes = Promise.allSettled([pool.take(1)]);
    await pool.close();
    expect(await outcomes).toEqual([{ status: 'rejected', reason: new SolverError('The pool of workers is closed.') }]);
    expect(lane.alive).toBe(false);
  });

  it('takes a lane back once', async () => {
    const pool = createPool({ workers: 1 });
    const lanes = await pool.take(1);
    pool.give(lanes);
    pool.give(lanes);
    expect(await pool.take(2)).toHaveLength(1);
    await pool.close();
  });
});
