import { defineConfig } from 'vite';

/** Builds the islands of the server-made pages into web/dist; the server finds them by Vite's manifest. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Fonts and images stay files: the page's CSP takes fonts from the server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['portal/page.ts'] },
  },
});
