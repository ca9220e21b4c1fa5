import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/**
 * Writes every script and style beside its compressed copies: made once and as small as can be, where a server would make
 * them for each reply. Fonts are compressed by their own format.
 */
const compressedCopies: Plugin = {
  name: 'compressed-copies',
  generateBundle: {
    // After Vite's own last touches, which write the names of chunks into the scripts.
    order: 'post',
    handler(_options, bundle) {
      for (const [fileName, made] of Object.entries(bundle)) {
        if (!/\.(js|css)$/.test(fileName)) continue;
        const source = made.type === 'chunk' ? made.code : made.source;
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(source) });
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) });
      }
    },
  },
};

/** Builds the islands of the server-made pages and the officers' desk into web/dist; the server finds them by Vite's manifest. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [compressedCopies],
  resolve: { alias: { typebox: join(import.meta.dirname, 'no-schemas.ts') } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Fonts and images stay files: the page's CSP takes fonts from the server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: ['portal/page.ts', 'desk/main.tsx'],
      onwarn(warning, warn) {
        // Marks of a framework of servers that Mantine carries along; they mean nothing here.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
