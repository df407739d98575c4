import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { endProcess, freePort, startProcess, waitUntil } from './processes.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Starts the built product on an empty embedded database with the demo, on a free port. `env` overrides settings. */
export async function startProduct(env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lunjie-product-'));
  const port = await freePort();
  const running = startProcess(process.execPath, ['--enable-source-maps', join(root, 'dist/api/main.mjs')], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: `sqlite:${join(folder, 'lunjie.sqlite')}`, DEMO: 'true', LOG_LEVEL: 'error', ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await endProcess(running.child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(async () => {
      const { ok, status } = await fetch(`${url}/api/health`);
      if (!ok) throw new Error(`health answered ${status}`);
    }, running, 'The product');
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
