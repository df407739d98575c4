import { preset } from '../jest.preset.mjs';

export default { ...preset, displayName: 'libs', rootDir: import.meta.dirname, testMatch: ['**/*.spec.ts'] };
