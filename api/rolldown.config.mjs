import { isAbsolute, resolve } from 'node:path';
import { defineConfig } from 'rolldown';

const root = resolve(import.meta.dirname, '..');
const output = resolve(root, 'dist/api');

/** The product's own code is bundled; packages stay outside, except the helpers rolldown itself writes. */
function external(id) {
  if (id.startsWith('\0') || id.startsWith('@oxc-project/') || id.startsWith('@lunjie/')) return false;
  return !id.startsWith('.') && !isAbsolute(id);
}

export default defineConfig({
  input: { main: resolve(import.meta.dirname, 'src/main.ts') },
  platform: 'node',
  tsconfig: resolve(import.meta.dirname, 'tsconfig.json'),
  external,
  resolve: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  output: { dir: output, cleanDir: true, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', sourcemap: true, keepNames: true },
});
