import type { DataSource } from 'typeorm';
import { openDataSource } from '../src/database/data-source.js';
import { copyDatabase } from './server.js';

export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** With the owner's rights: for setting up and for negative controls. */
  readonly owner: DataSource;
  /** With the application's rights: what the program under test gets. */
  readonly app: DataSource;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own for one suite. Call `drop()` in afterAll. */
export async function createTestDatabase({ poolSize = 20 }: { poolSize?: number } = {}): Promise<TestDatabase> {
  const copy = await copyDatabase();
  const owner = await openDataSource(copy.ownerUrl, 'test', 5);
  const app = await openDataSource(copy.appUrl, 'test', poolSize);
  return {
    ...copy,
    owner,
    app,
    async drop() {
      await Promise.all([owner, app].filter((each) => each.isInitialized).map((each) => each.destroy()));
      await copy.drop();
    },
  };
}
