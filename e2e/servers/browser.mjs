import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Missing, findProgram, install, mayInstall } from './processes.mjs';

/** How every Chromium is started here. @sparticuz/chromium's own flags switch web security off, which a test must not. */
export const browserFlags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Debian's names for the libraries Chromium is linked against. */
const libraries = {
  'libnss3.so': 'libnss3', 'libnssutil3.so': 'libnss3', 'libsmime3.so': 'libnss3', 'libnspr4.so': 'libnspr4', 'libplc4.so': 'libnspr4', 'libplds4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1', 'libdbus-1.so.3': 'libdbus-1-3', 'libatk-1.0.so.0': 'libatk1.0-0', 'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libcups.so.2': 'libcups2', 'libdrm.so.2': 'libdrm2', 'libgbm.so.1': 'libgbm1', 'libxkbcommon.so.0': 'libxkbcommon0', 'libasound.so.2': 'libasound2',
  'libglib-2.0.so.0': 'libglib2.0-0', 'libgobject-2.0.so.0': 'libglib2.0-0', 'libX11.so.6': 'libx11-6', 'libfontconfig.so.1': 'libfontconfig1', 'libfreetype.so.6': 'libfreetype6',
};

/**
 * Finds a Chromium that really starts here: CHROMIUM_PATH, Playwright's own, the system's, then the one that
 * comes with npm alone. Answers its path and the environment it needs.
 * @throws Missing with one sentence of what to install
 */
export async function findBrowser() {
  const tried = [];
  for (const candidate of [fromSetting, ofPlaywright, ofSystem, ofPackage]) {
    const browser = await candidate();
    if (!browser) continue;
    const fault = await faultOf(browser);
    if (!fault) return browser;
    tried.push(`${browser.path}: ${fault}`);
  }
  throw new Missing(`No Chromium starts here: install one (Debian: apt-get install chromium) or name it with CHROMIUM_PATH. ${tried.join(' ')}`);
}

/** Installs a Chinese font where there is none and that may be done: pictures show boxes without one. Never fails. */
export function chineseFont() {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (list.status === 0 && list.stdout.trim()) return true;
  return mayInstall() && install(['fontconfig', 'fonts-noto-cjk'], 'No Chinese font for the pictures');
}

function fromSetting() {
  const path = process.env.CHROMIUM_PATH;
  if (path && !existsSync(path)) throw new Missing(`CHROMIUM_PATH is ${path}, which does not exist.`);
  return path ? { path, env: {} } : null;
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? { path, env: {} } : null;
}

function ofSystem() {
  const path = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  return path ? { path, env: {} } : null;
}

/** The Chromium that npm brought, unpacked at the first call (some seconds) beside the machine's other caches. */
async function ofPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const require = createRequire(import.meta.url);
  const bin = join(dirname(require.resolve('@sparticuz/chromium')), '../bin');
  const folder = join(tmpdir(), `lunjie-chromium-${process.getuid()}`);
  const path = join(folder, 'chromium');
  if (!existsSync(path)) await unpack(bin, folder, ['chromium.br', 'swiftshader.tar.br']);
  if (missingLibraries({ path, env: {} }).length === 0) return { path, env: {} };
  // Machines without NSS: the package carries the libraries, for the cloud it was made for.
  const carried = join(folder, 'al2023/lib');
  if (!existsSync(carried)) await unpack(bin, folder, ['al2023.tar.br']);
  return { path, env: { LD_LIBRARY_PATH: [carried, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') } };
}

/** The package unpacks into the temporary folder of the process; a folder of its own keeps two runs apart until all is there. */
async function unpack(bin, folder, archives) {
  console.log('  unpacking Chromium (once)');
  const parts = mkdtempSync(join(tmpdir(), 'lunjie-unpack-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = parts;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const archive of archives) await inflate(join(bin, archive));
    mkdirSync(folder, { recursive: true });
    // The browser itself last: who finds it finds the rest.
    const order = readdirSync(parts).sort((a, b) => Number(a === 'chromium') - Number(b === 'chromium'));
    for (const name of order) if (!existsSync(join(folder, name))) renameSync(join(parts, name), join(folder, name));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(parts, { recursive: true, force: true });
  }
}

/** Why a browser does not start, after installing what may be installed; null when it does. */
async function faultOf(browser, mayTryAgain = true) {
  const missing = missingLibraries(browser);
  if (missing.length > 0) {
    const packages = [...new Set(missing.map((name) => libraries[name]).filter(Boolean))];
    if (mayTryAgain && packages.length > 0 && mayInstall() && install(packages, 'Chromium lacks shared libraries')) return faultOf(browser, false);
    return `lacks ${missing.join(', ')}.`;
  }
  const { chromium } = await import('@playwright/test');
  try {
    const started = await chromium.launch({ executablePath: browser.path, args: browserFlags, env: { ...process.env, ...browser.env }, timeout: 30_000 });
    await started.close();
    return null;
  } catch (error) {
    return String(error.message).split('\n')[0];
  }
}

function missingLibraries(browser) {
  const { stdout } = spawnSync('ldd', [browser.path], { env: { ...process.env, ...browser.env }, encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}
