import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The workbench app: one page, everything beside the shell loaded when it is opened. */
export default defineConfig({
  root: import.meta.dirname,
  // The server answers with a fresh nonce in this place (docs/guide/web.md).
  html: { cspNonce: '__NONCE__' },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Libraries mark their files for a server we do not have.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4317', '/ogc': 'http://127.0.0.1:4317' } },
});
