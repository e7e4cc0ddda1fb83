import fs from 'node:fs';
import path from 'node:path';

const read = (file: string) => fs.readFileSync(path.resolve(file), 'utf8');
const settings = [...read('apps/api/src/platform/settings.ts').matchAll(/read\.\w+\('([A-Z_]+)'/g)].map(([, name]) => name!);
/** Where the pages lie is the image's own affair. */
const OF_THE_IMAGE = ['WEB_FOLDER'];

describe('every setting that the program reads', () => {
  it('is found at all', () => expect(settings.length).toBeGreaterThan(15));

  it.each(settings.filter((name) => !OF_THE_IMAGE.includes(name)))('%s reaches it in a deployment, and is explained', (name) => {
    expect(read('docker/compose.yaml') + read('docker/Dockerfile')).toMatch(new RegExp(`\\b${name}[:=]`));
    expect(read('docs/ADMIN.md')).toContain(`\`${name}\``);
  });
});

test('the image knows each package of the repository before it installs', () => {
  const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
  for (const each of workspaces) expect(read('docker/Dockerfile')).toContain(`COPY ${each}/package.json ${each}/`);
});
