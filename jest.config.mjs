// ESM throughout: run with NODE_OPTIONS=--experimental-vm-modules (tools/test.mjs sets it).
const swc = (jsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true, tsx: jsx },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const base = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx$': swc(true), '\\.ts$': swc(false) },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@karavaan/domain$': '<rootDir>/libs/domain/src/index.ts',
    '^@karavaan/routing$': '<rootDir>/libs/routing/src/index.ts',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.tsc/', '/.karavaan/'],
  modulePathIgnorePatterns: ['/dist/', '/.karavaan/', '/.nx/'],
};

export default {
  // A hook that outlives its test file ends the whole run, so a machine that stalls must not be taken for a failure.
  testTimeout: 60_000,
  // A test that failed half-way may leave a server open; its failure is told, and the run ends.
  forceExit: Boolean(process.env.CI),
  projects: [
    { ...base, displayName: 'domain', testMatch: ['<rootDir>/libs/domain/src/**/*.spec.ts'] },
    { ...base, displayName: 'routing', testMatch: ['<rootDir>/libs/routing/src/**/*.spec.ts'] },
    {
      ...base,
      displayName: 'rules',
      testMatch: ['<rootDir>/apps/api/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.db\\.spec\\.ts$'],
    },
    {
      ...base,
      displayName: 'database',
      testMatch: ['<rootDir>/apps/api/**/*.db.spec.ts', '<rootDir>/tools/**/*.db.spec.ts'],
      globalSetup: '<rootDir>/apps/api/test/global-setup.ts',
      globalTeardown: '<rootDir>/apps/api/test/global-teardown.ts',
    },
    {
      ...base,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/apps/web/src/**/*.test.tsx', '<rootDir>/apps/web/src/**/*.spec.ts'],
      moduleNameMapper: {
        ...base.moduleNameMapper,
        '\\.module\\.css$': '<rootDir>/apps/web/test/css-module.cjs',
        '\\.css$': '<rootDir>/apps/web/test/css-module.cjs',
      },
      setupFilesAfterEnv: ['<rootDir>/apps/web/test/setup.ts'],
    },
  ],
};
