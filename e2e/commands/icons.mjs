import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../servers/browser.mjs';
import { root } from './processes.mjs';

/**
 * node e2e/commands/icons.mjs: draws web/public/icon.svg in the sizes a phone asks for. A maskable icon fills its square
 * and keeps the drawing within the inner four fifths, since the system cuts it to a shape of its own.
 */
const svg = readFileSync(join(root, 'web/public/icon.svg'), 'utf8');
const folder = join(root, 'web/public/icons');
const icons = [
  { name: 'icon-192', size: 192, maskable: false },
  { name: 'icon-512', size: 512, maskable: false },
  { name: 'maskable-192', size: 192, maskable: true },
  { name: 'maskable-512', size: 512, maskable: true },
  { name: 'touch-180', size: 180, maskable: true },
];

mkdirSync(folder, { recursive: true });
const { path, env } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: browserFlags, env: { ...process.env, ...env } });
try {
  for (const { name, size, maskable } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const inner = maskable ? Math.round(size * 0.84) : size;
    await page.setContent(`<style>body{margin:0;display:grid;place-items:center;height:${size}px;background:${maskable ? '#0958d9' : 'transparent'}}svg{width:${inner}px;height:${inner}px}</style>${svg}`);
    await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
