import type { Routes } from '@angular/router';
import { withWords } from './shared/language/words';
import { enterPlace, goToFirstPlace, mustBeSignedIn } from './shell/guards';

/** Titles are keys of the `shell` words. A page brings its own words with `withWords`. */
export const routes: Routes = [
  { path: 'login', title: 'shell.title.login', loadComponent: () => import('./shell/login/login-page') },
  {
    path: '',
    canActivate: [mustBeSignedIn],
    resolve: { shellWords: withWords('help', 'notices') },
    loadComponent: () => import('./shell/frame/frame'),
    children: [
      { path: '', pathMatch: 'full', canActivate: [goToFirstPlace], children: [] },
      {
        path: 'board',
        title: 'shell.title.board',
        canActivate: [enterPlace('board')],
        resolve: { words: withWords('board', 'verdict') },
        loadComponent: () => import('./board/board-page'),
      },
      {
        path: 'desk',
        title: 'shell.title.desk',
        canActivate: [enterPlace('desk')],
        resolve: { words: withWords('desk', 'reception', 'verdict') },
        loadComponent: () => import('./desk/desk-page'),
      },
      {
        path: 'me',
        title: 'shell.title.me',
        canActivate: [enterPlace('me')],
        resolve: { words: withWords('me', 'turns', 'reception', 'verdict') },
        loadComponent: () => import('./my-day/my-day-page'),
      },
      {
        path: 'customers',
        title: 'shell.title.customers',
        canActivate: [enterPlace('customers')],
        resolve: { words: withWords('customers', 'sheets', 'reception') },
        loadComponent: () => import('./customers/list/customers-page'),
      },
      {
        path: 'customers/import',
        title: 'shell.title.import',
        canActivate: [enterPlace('customers/import')],
        resolve: { words: withWords('sheets', 'customers', 'reception') },
        loadComponent: () => import('./customers/sheets/import-page'),
      },
      {
        path: 'customers/awaiting',
        title: 'shell.title.awaiting',
        canActivate: [enterPlace('customers/awaiting')],
        resolve: { words: withWords('claims', 'customers', 'reception') },
        loadComponent: () => import('./customers/awaiting/awaiting-page'),
      },
      {
        path: 'customers/:id',
        title: 'shell.title.customer',
        canActivate: [enterPlace('customers')],
        resolve: { words: withWords('customers', 'claims', 'reception', 'verdict') },
        loadComponent: () => import('./customers/page/customer-page'),
      },
      {
        path: 'pool',
        title: 'shell.title.pool',
        canActivate: [enterPlace('pool')],
        resolve: { words: withWords('pool', 'customers', 'reception') },
        loadComponent: () => import('./pool/pool-page'),
      },
      {
        path: 'show-flat',
        title: 'shell.title.showFlat',
        canActivate: [enterPlace('show-flat')],
        resolve: { words: withWords('customers', 'claims', 'reception') },
        loadComponent: () => import('./customers/show-flat/show-flat-page'),
      },
      {
        path: 'draws',
        title: 'shell.title.draws',
        canActivate: [enterPlace('draws')],
        resolve: { words: withWords('draws', 'customers', 'reception') },
        loadComponent: () => import('./draws/draws-page'),
      },
      {
        path: 'turns',
        title: 'shell.title.turns',
        canActivate: [enterPlace('turns')],
        resolve: { words: withWords('turns', 'reception', 'verdict') },
        loadComponent: () => import('./turns/turns-page'),
      },
      {
        path: 'audit',
        title: 'shell.title.audit',
        canActivate: [enterPlace('audit')],
        resolve: { words: withWords('audit', 'verdict') },
        loadComponent: () => import('./audit/audit-page'),
      },
      {
        path: 'rules',
        title: 'shell.title.rules',
        canActivate: [enterPlace('rules')],
        resolve: { words: withWords('rules', 'reception', 'verdict') },
        loadComponent: () => import('./rules/rules-page'),
      },
      {
        path: 'people',
        title: 'shell.title.people',
        canActivate: [enterPlace('people')],
        resolve: { words: withWords('people', 'reception') },
        loadComponent: () => import('./people/people-page'),
      },
      {
        path: 'account',
        title: 'shell.title.account',
        resolve: { words: withWords('account') },
        loadComponent: () => import('./account/account-page'),
      },
      { path: 'no-permission', title: 'shell.title.noPermission', loadComponent: () => import('./shell/no-permission-page') },
      { path: '**', title: 'shell.title.notFound', loadComponent: () => import('./shell/not-found-page') },
    ],
  },
];
