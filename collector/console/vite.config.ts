import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything comes from the collector's own origin; nothing is inlined, so that `script-src 'self'` holds. */
export default defineConfig({
  plugins: [react()],
  base: '/',
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': { target: 'https://127.0.0.1:7443', secure: false } } },
});
