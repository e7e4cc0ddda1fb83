// npm run mutate [-- arguments of stryker run]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { childEnv, installPackages, node24, requireStartableNode, root } from '../node24.mjs';
import { runMain } from '../start-error.mjs';

await runMain(async () => {
  requireStartableNode();
  installPackages();
  const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(node24(), [stryker, 'run', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...childEnv(), NODE_OPTIONS: '--experimental-vm-modules --no-warnings', LEDGER_SEQUENCES: '40' },
  });
  process.exit(status ?? 1);
});
