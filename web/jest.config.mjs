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
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
  moduleNameMapper: { ...preset.moduleNameMapper, '^@lunjie/contracts$': lib('contracts'), '^@lunjie/policy$': lib('policy') },
};
