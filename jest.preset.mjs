/** What every Jest project of the house shares: SWC for TypeScript (with decorators), native ES modules, the house's aliases. */
const rooms = ['contracts', 'policy', 'rotation', 'attribution', 'commission', 'penalties', 'checks', 'handovers', 'disputes', 'identity', 'follow-up', 'deal-life', 'requests', 'evening', 'fairness', 'reports', 'register', 'testing'];

export const preset = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    }],
  },
  moduleNameMapper: Object.fromEntries(rooms.map((room) => [`^@lunjie/${room}$`, `${import.meta.dirname}/libs/${room}/index.ts`])),
};
