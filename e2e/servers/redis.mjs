import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, findProgram, freePort, killProcess, startProcess, waitUntil } from './processes.mjs';

export const redisPackages = ['redis-server'];

/** The program of Redis (or Valkey, which speaks the same), or null where it is missing. */
export function redisProgram() {
  return findProgram('redis-server', 'valkey-server');
}

/**
 * Starts a private Redis that keeps nothing, on a free port of this machine only. It can be stopped for good, or ended as a
 * power cut does and started again, empty, on the same port.
 */
export async function startRedis(program) {
  const folder = mkdtempSync(join(tmpdir(), 'lunjie-redis-'));
  const port = await freePort();
  let running;
  const start = async () => {
    running = startProcess(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]);
    await waitUntil(() => ping(port), running, 'Redis');
  };
  const stop = async () => {
    await endProcess(running.child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, start, kill: () => killProcess(running.child), stop };
}

function ping(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      socket.destroy();
      if (chunk.toString().startsWith('+PONG')) resolve();
      else reject(new Error(chunk.toString()));
    });
  });
}
