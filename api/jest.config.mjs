import { preset } from '../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'api',
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src', '<rootDir>/../migrations'],
  testMatch: ['**/*.spec.ts'],
  setupFiles: ['reflect-metadata'],
  // The demo's month takes a few seconds, and several times that where other stages run beside it.
  testTimeout: 60_000,
};
