import { defineConfig } from '@playwright/test';
import { browserFlags } from './servers/browser.mjs';

/** Browser flows run against the product at LUNJIE_URL; `npm test` starts it and finds the browser. */
export default defineConfig({
  testDir: './flows',
  testMatch: /\.(spec|flow)\.m?ts$/,
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/../papers/{arg}{ext}',
  timeout: 30_000,
  expect: { timeout: 5_000 },
  fullyParallel: false,
  // One line of agents, one product: flows that run at once would take each other's turns.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.LUNJIE_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.BROWSER_PATH,
      args: browserFlags,
      env: { ...process.env, ...JSON.parse(process.env.BROWSER_ENV ?? '{}') },
    },
  },
});
