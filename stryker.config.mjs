// npm run mutate: changes the rules of money, one at a time, and counts which changes the tests notice. Outside CI: it takes minutes.
export default {
  mutate: ['libs/domain/src/ledger/*.ts', '!libs/domain/src/ledger/*.spec.ts', '!libs/domain/src/ledger/*.fixture.ts'],
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'tools/mutate/jest.config.mjs', enableFindRelatedTests: false },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  tempDirName: '.karavaan/stryker',
  ignorePatterns: ['/apps', '/docs', '/docker', '/libs/routing', '.karavaan', 'dist', '.tsc'],
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
