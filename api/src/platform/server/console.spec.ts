import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testConfig } from '../testing/both-databases';
import { createApp } from './create-app';

describe('the console', () => {
  let folder: string;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lunjie-test-'));
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>轮接</title>');
    writeFileSync(join(folder, 'main-4F2K7QWX.js'), `/* ${'console '.repeat(1_000)} */`);
    writeFileSync(join(folder, 'chunk-B7fYqp2Y.js'), '/* chunk */');
    writeFileSync(join(folder, 'service-worker.js'), '/* worker */');
    writeFileSync(join(folder, 'favicon.ico'), 'icon');
    writeFileSync(join(folder, '..', 'lunjie-secret.txt'), 'secret');
    app = await createApp({ config: { ...testConfig({ kind: 'sqlite', file: join(folder, 'test.sqlite') }), consoleFolder: folder }, features: [] });
  });

  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
    rmSync(join(tmpdir(), 'lunjie-secret.txt'));
  });

  it.each(['GET', 'HEAD'] as const)('answers %s of the index under every address, to be asked for anew', async (method) => {
    for (const url of ['/', '/board', '/offices/1/day?tab=2', '/customers/%E7%8E%8B', '/media']) {
      const answer = await app.inject({ method, url });
      expect([url, answer.statusCode, answer.headers['cache-control'], answer.headers['content-type']]).toEqual([url, 200, 'no-cache', 'text/html; charset=utf-8']);
    }
  });

  it('lets the browser keep hashed files for good, and compresses them', async () => {
    const answer = await app.inject({ url: '/main-4F2K7QWX.js', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' });
    expect((await app.inject({ url: '/chunk-B7fYqp2Y.js' })).headers['cache-control']).toContain('immutable');
    expect((await app.inject({ url: '/favicon.ico' })).headers['cache-control']).toBe('no-cache');
    expect((await app.inject({ url: '/service-worker.js' })).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/chunk-AAAAAAAA.js', '/missing.css', '/api/nowhere', '/api', '/%2e%2e/lunjie-secret.txt', '/..%2flunjie-secret.txt'])('answers %s with a problem document', async (url) => {
    const answer = await app.inject({ url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
