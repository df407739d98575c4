import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { house } from './e2e/lint/house-rules.mjs';

// On a fresh clone there is no graph of the rooms yet, and the rule that holds them apart would skip itself.
await createProjectGraphAsync({ exitOnError: true });

const specs = ['**/*.spec.ts', 'api/src/**/testing/**/*.ts', 'web/src/testing/**/*.ts'];
const product = ['api/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts', 'web/src/**/*.ts'];

/** What a room may know. The rules know only each other's words, api and console know the rules, the console never the api. */
function boundaries(...alsoForLibs) {
  const room = (name, ...known) => ({ sourceTag: `room:${name}`, onlyDependOnLibsWithTags: [`room:${name}`, ...known, ...alsoForLibs] });
  return ['error', {
    enforceBuildableLibDependency: false,
    // A day is played with the rules (libs/testing), and the rules are proved with played days.
    ignoredCircularDependencies: [['rotation', 'testing'], ['attribution', 'testing'], ['policy', 'testing'], ['register', 'testing'], ['commission', 'testing']],
    // The migrations belong to no project: they are written once for whoever opens the database.
    allow: ['^(\\.\\./)+migrations$'],
    depConstraints: [
      { sourceTag: 'layer:lib', onlyDependOnLibsWithTags: ['layer:lib'] },
      { sourceTag: 'layer:api', onlyDependOnLibsWithTags: ['layer:lib'] },
      { sourceTag: 'layer:web', onlyDependOnLibsWithTags: ['layer:lib'] },
      { sourceTag: 'room:testing', onlyDependOnLibsWithTags: ['layer:lib'] },
      room('contracts'),
      room('policy', 'room:contracts'),
      room('rotation', 'room:policy', 'room:contracts'),
      room('attribution', 'room:policy', 'room:contracts'),
      room('commission', 'room:policy', 'room:contracts'),
      room('penalties', 'room:policy', 'room:contracts'),
      room('checks', 'room:policy', 'room:contracts'),
      room('handovers', 'room:policy', 'room:contracts'),
      room('disputes', 'room:policy', 'room:contracts'),
      room('identity', 'room:policy', 'room:contracts'),
      room('follow-up', 'room:policy', 'room:contracts'),
      room('requests', 'room:follow-up', 'room:policy', 'room:contracts'),
      room('evening', 'room:contracts'),
      room('reports', 'room:contracts', 'room:evening'),
      room('fairness', 'room:rotation', 'room:policy', 'room:contracts'),
      room('deal-life', 'room:policy', 'room:contracts'),
      room('register', 'room:contracts'),
    ],
  }];
}

/** The rules decide by what they are given: no clock, no chance, no framework, no files. */
const pure = {
  'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', 'typeorm', '@nestjs/*', '@angular/*'], message: 'The rules know no framework, no database and no files.' }] }],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'The time comes in as an argument.' },
    { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
  ],
  'no-restricted-globals': ['error', ...['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval'].map((name) => ({ name, message: 'The rules do no input and output.' }))],
  'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time comes in as an argument.' }],
};

/** What needs types is asked of oxlint, in `.oxlintrc.json`: its checker is many times faster. */
export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'test-results/', 'tmp/', '.nx/', '**/.angular/'] },
  // Nobody is let off: a rule that does not suit the house is changed here, for everybody.
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,mts,mjs}'],
    plugins: { house },
    rules: {
      'house/business-name': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,mts}'],
    extends: [tseslint.configs.strict],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: product,
    // Nest reads the types of a constructor's parameters as values.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      // A module of Nest is an empty class with a decorator; Angular's validators are named, not called.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: specs,
    rules: {
      '@nx/enforce-module-boundaries': boundaries('room:testing'),
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  { files: ['libs/**/*.ts'], ignores: ['libs/testing/**', '**/*.spec.ts'], rules: pure },
  { files: ['api/src/**/*.ts'], plugins: { house }, rules: { 'house/own-entities': 'error' } },
  {
    files: ['web/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  { files: ['web/src/**/*.html'], extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
);
