import presets from 'jest-preset-angular/presets/index.js';

const lib = (name) => `${import.meta.dirname}/../libs/${name}/index.ts`;
const preset = presets.createEsmPreset({
  tsconfig: '<rootDir>/tsconfig.spec.json',
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
});

/** The console's specs: Angular's own compiler, native ES modules, no zone. */
export default {
  ...preset,
  displayName: 'web',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // The first test of a page compiles the page, which takes its time where other stages run beside it.
  testTimeout: 30_000,
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
  moduleNameMapper: { ...preset.moduleNameMapper, '^@lunjie/contracts$': lib('contracts'), '^@lunjie/follow-up$': lib('follow-up'), '^@lunjie/policy$': lib('policy'), '^@lunjie/register$': lib('register'), '^@lunjie/evening$': lib('evening'), '^@lunjie/reports$': lib('reports') },
};
