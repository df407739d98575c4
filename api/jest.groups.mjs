import config from './jest.config.mjs';

/** The specs of the room in groups, see e2e/commands/grouped-specs.mjs. */
export default { ...config, roots: ['<rootDir>/../tmp/specs/api'] };
