// The tests of the rules of money alone, for Stryker.
import path from 'node:path';
import all from '../../jest.config.mjs';

const { displayName: _, ...domain } = all.projects.find((project) => project.displayName === 'domain');

export default {
  ...domain,
  rootDir: path.resolve(import.meta.dirname, '../..'),
  testMatch: ['<rootDir>/libs/domain/src/ledger/**/*.spec.ts'],
  // The folder in which Stryker works lies below one that is passed over otherwise.
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: [],
};
