// npm run check: everything that judges the source without running it. Stops at the first complaint.
import { spawnSync } from 'node:child_process';
import { childEnv, installPackages, node24, requireStartableNode, root } from './node24.mjs';
import { runMain, StartError } from './start-error.mjs';

const STEPS = {
  'generated GraphQL types': ['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'apps/web/codegen.ts', '--silent'],
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  'type check': ['node_modules/@typescript/native/bin/tsc', '-b'],
  'format check': ['node_modules/oxfmt/bin/oxfmt', '--check'],
  'stale-SDL check': ['tools/schema.mjs', '--check'],
  'import-boundary check': [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'apps',
    'libs',
    'tools',
  ],
};

await runMain(async () => {
  requireStartableNode();
  installPackages();
  for (const [name, command] of Object.entries(STEPS)) {
    const began = Date.now();
    const { status } = spawnSync(node24(), command, { cwd: root, stdio: 'inherit', env: childEnv() });
    if (status !== 0) throw new StartError(`The ${name} failed; its messages stand above.`);
    console.log(`${name}: good (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }
});
