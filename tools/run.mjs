// node tools/run.mjs <script> [arguments]: runs a script of this project on Node 24 with everything it needs present.
import { spawnSync } from 'node:child_process';
import { childEnv, installPackages, node24, requireStartableNode, root } from './node24.mjs';
import { build } from './build.mjs';
import { runMain } from './start-error.mjs';

await runMain(async () => {
  requireStartableNode();
  installPackages();
  await build();
  const { status } = spawnSync(node24(), process.argv.slice(2), { cwd: root, stdio: 'inherit', env: childEnv() });
  process.exit(status ?? 1);
});
