// Writes apps/api/schema.graphql from the code; with --check it only compares, and fails when the file is stale.
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { childEnv, node24, root } from './node24.mjs';
import { runMain } from './start-error.mjs';

await runMain(async () => {
  await build({ only: ['libs/domain', 'apps/api'] });
  const { status } = spawnSync(node24(), ['apps/api/dist/emit-schema.js', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: childEnv(),
  });
  process.exit(status ?? 1);
});
