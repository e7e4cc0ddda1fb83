import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { offlineList } from './vite-offline-list.js';
import { inlineDocuments } from './vite-inline-documents.js';

const api = process.env.KARAVAAN_API ?? 'http://localhost:3000';

/** The two text fonts start loading with the page, not after the style sheet, so that text does not jump. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head-prepend' as const,
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          })),
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [inlineDocuments(), react(), preloadFonts(), offlineList()],
  resolve: { conditions: ['source', 'es2015', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The first browsers with light-dark(): older ones would get it rewritten into something larger.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    host: 'localhost',
    proxy: {
      '/graphql': { target: api, ws: true },
      '/mail': api,
      '/health': api,
      '/ical': api,
      '/export': api,
      '/documents': api,
      '/imports': api,
      '/budget-files': api,
    },
  },
});
