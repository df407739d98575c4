import config from './jest.config.mjs';

/** The specs of the rules in groups, see e2e/commands/grouped-specs.mjs. */
export default { ...config, roots: ['<rootDir>/../tmp/specs/libs'] };
