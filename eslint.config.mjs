import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Layers: the rules know only each other's words, the api and the console know the rules, and the console never the api. */
const layers = {
  enforceBuildableLibDependency: false,
  // The migrations belong to no project: they are written once for whoever opens the database.
  allow: ['**/migrations'],
  depConstraints: [
    { sourceTag: 'layer:lib', onlyDependOnLibsWithTags: ['layer:lib'] },
    { sourceTag: 'room:contracts', onlyDependOnLibsWithTags: ['room:contracts'] },
    { sourceTag: 'room:policy', onlyDependOnLibsWithTags: ['room:policy', 'room:contracts'] },
    { sourceTag: 'room:rotation', onlyDependOnLibsWithTags: ['room:rotation', 'room:policy', 'room:contracts', 'room:testing'] },
    { sourceTag: 'room:attribution', onlyDependOnLibsWithTags: ['room:attribution', 'room:policy', 'room:contracts', 'room:testing'] },
    { sourceTag: 'room:register', onlyDependOnLibsWithTags: ['room:register', 'room:policy', 'room:contracts', 'room:testing'] },
    { sourceTag: 'layer:api', onlyDependOnLibsWithTags: ['layer:lib'] },
    { sourceTag: 'layer:web', onlyDependOnLibsWithTags: ['layer:lib'] },
  ],
};

/** The rules decide by what they are given: no clock, no chance, no framework, no files. */
const pure = {
  'no-restricted-imports': ['error', { patterns: [{ group: ['@nestjs/*', 'typeorm', '@angular/*', 'node:*', 'fs', 'crypto'], message: 'libs/ is pure: it reads no clock, no chance, no files, no framework.' }] }],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Chance comes in from outside.' },
    { object: 'Date', property: 'now', message: 'Time comes in from outside.' },
  ],
  'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in from outside.' }],
};

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'test-results/', 'tmp/', '**/.angular/', '.nx/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', layers],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
    },
  },
  // Nest reads constructor types at run time; a type-only import would leave nothing to read.
  { files: ['api/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  { files: ['libs/**/*.ts'], ignores: ['libs/testing/**', '**/*.spec.ts', 'libs/register/**'], rules: pure },
  { files: ['web/**/*.ts'], extends: [angular.configs.tsRecommended], processor: angular.processInlineTemplates },
  { files: ['web/**/*.html'], extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  { files: ['**/*.{js,mjs}'], rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error', 'max-lines': ['error', { max: 400 }] } },
);
