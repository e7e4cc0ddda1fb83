import type { Plugin, Rollup } from 'vite';

/** The pages that open without network. */
const PAGES = ['HandoversPage', 'HandoverPage', 'MyTripPage', 'nl-rest', 'fr', 'en'];

/**
 * Leaves `offline-list.json` beside the build: every file that the pages of a hand-over need, with what they load later
 * (the camera, the reader of codes). The worker keeps these, so that a page opens as a whole or not at all.
 */
export function offlineList(): Plugin {
  return {
    name: 'offline-list',
    apply: 'build',
    generateBundle(_options, bundle) {
      const needed = new Set<string>();
      const add = (name: string, later: boolean) => {
        if (needed.has(name)) return;
        needed.add(name);
        const file = bundle[name];
        if (file?.type !== 'chunk') return;
        const meta = (file as Rollup.OutputChunk & { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } })
          .viteMetadata;
        for (const asset of [...(meta?.importedCss ?? []), ...(meta?.importedAssets ?? [])]) needed.add(asset);
        for (const other of file.imports) add(other, later);
        if (later) for (const other of file.dynamicImports) add(other, later);
      };
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const page = PAGES.includes(file.name) && file.isDynamicEntry;
        if (file.isEntry || page) add(file.fileName, page && file.name.startsWith('Handover'));
      }
      for (const name of Object.keys(bundle)) if (name.endsWith('.woff2')) needed.add(name);
      const list = [...needed].map((name) => `/${name}`).toSorted((a, b) => (a < b ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: 'offline-list.json', source: JSON.stringify(list) });
    },
  };
}
