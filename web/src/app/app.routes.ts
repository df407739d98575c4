import type { Route, Routes } from '@angular/router';
import type { Place } from './shared/language/languages';
import { withWords } from './shared/language/words';
import { enterPlace, goToFirstPlace, mustBeSignedIn } from './shell/guards';

/**
 * A page with its own words. @param title of `shell.title`
 * @param place of `places.ts`, whose roles open it; null where everybody may
 */
function page(path: string, title: string, words: readonly Place[], loadComponent: Route['loadComponent'] & object, place: string | null = path): Route {
  return { path, title: `shell.title.${title}`, canActivate: place === null ? [] : [enterPlace(place)], resolve: { words: withWords(...words) }, loadComponent };
}

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
      page('board', 'board', ['board', 'verdict'], () => import('./board/board-page')),
      page('desk', 'desk', ['desk', 'followUp', 'reception', 'verdict'], () => import('./desk/desk-page')),
      page('calls', 'calls', ['calls', 'papers', 'me', 'reception', 'verdict'], () => import('./calls/calls-page')),
      page('calls/sheet', 'callSheet', ['papers', 'calls', 'me', 'reception'], () => import('./calls/call-sheet'), 'calls'),
      page('me', 'me', ['me', 'checks', 'penalties', 'evening', 'followUp', 'turns', 'reception', 'verdict'], () => import('./my-day/my-day-page')),
      page('customers', 'customers', ['customers', 'papers', 'sheets', 'reception'], () => import('./customers/list/customers-page')),
      page('customers/import', 'import', ['sheets', 'customers', 'reception'], () => import('./customers/sheets/import-page')),
      page('customers/awaiting', 'awaiting', ['claims', 'customers', 'reception'], () => import('./customers/awaiting/awaiting-page')),
      page('customers/tracking', 'tracking', ['papers', 'customers', 'claims', 'reception'], () => import('./follow-up/tracking-paper'), 'customers'),
      page('customers/:id', 'customer', ['followUp', 'customers', 'claims', 'reception', 'verdict'], () => import('./customers/page/customer-page'), 'customers'),
      page('pool', 'pool', ['pool', 'customers', 'reception'], () => import('./pool/pool-page')),
      page('show-flat', 'showFlat', ['customers', 'claims', 'reception'], () => import('./customers/show-flat/show-flat-page')),
      page('draws', 'draws', ['draws', 'customers', 'reception'], () => import('./draws/draws-page')),
      page('disputes', 'disputes', ['disputes', 'claims', 'customers', 'reception', 'verdict'], () => import('./disputes/disputes-page')),
      page('penalties', 'penalties', ['penalties', 'disputes', 'claims', 'reception', 'verdict'], () => import('./penalties/penalties-page')),
      page('checks', 'checks', ['checks', 'verdict'], () => import('./checks/checks-page')),
      page('checks/new', 'checkEntry', ['checks', 'penalties', 'reception'], () => import('./checks/check-entry-page')),
      page('checks/:id', 'check', ['checks', 'penalties', 'claims', 'reception', 'verdict'], () => import('./checks/check-page'), 'checks'),
      page('checks/:id/sheet', 'checkSheet', ['checks', 'papers', 'claims', 'verdict'], () => import('./checks/check-sheet'), 'checks'),
      page('handovers', 'handovers', ['handovers', 'requests', 'reception'], () => import('./handovers/handovers-page')),
      page('handovers/:id', 'handover', ['handovers', 'requests', 'claims', 'reception'], () => import('./handovers/handover-page'), 'handovers'),
      page('handovers/:id/sheet', 'handoverSheet', ['handovers', 'papers', 'requests', 'reception'], () => import('./handovers/handover-sheet'), 'handovers'),
      page('evening', 'evening', ['evening', 'audit', 'customers', 'reception', 'verdict', 'turns'], () => import('./evening/evening-page')),
      page('units', 'units', ['units', 'customers', 'reception'], () => import('./units/units-page')),
      {
        path: 'units/ledger',
        title: 'shell.title.unitLedger',
        canActivate: [enterPlace('units')],
        data: { sheet: 'ledger' },
        resolve: { words: withWords('papers') },
        loadComponent: () => import('./deals/sheets/deal-sheet-page'),
      },
      page('requests', 'requests', ['requests', 'papers', 'customers', 'reception'], () => import('./requests/requests-page')),
      page('requests/complaints', 'complaints', ['papers', 'requests', 'reception'], () => import('./requests/complaint-sheet'), 'requests'),
      page('requests/:id', 'request', ['requests', 'reception'], () => import('./requests/request-page'), 'requests'),
      page('deals', 'deals', ['deals'], () => import('./deals/deals-page')),
      page('deals/registers', 'dealRegisters', ['papers'], () => import('./deals/sheets/deal-sheet-page'), 'deals'),
      page('deals/:id', 'deal', ['deals', 'receipts', 'claims', 'customers', 'reception', 'verdict'], () => import('./deals/page/deal-page'), 'deals'),
      page('deals/:id/slip', 'softDepositSlip', ['deals'], () => import('./deals/print/slip-paper'), 'deals'),
      page('deals/:id/subscription/:number', 'subscription', ['deals'], () => import('./deals/print/subscription-paper'), 'deals'),
      page('deals/:id/receipt/:number', 'receipt', ['deals'], () => import('./deals/print/receipt-paper'), 'deals'),
      page('deals/:id/change/:entry', 'dealChange', ['deals'], () => import('./deals/print/change-paper'), 'deals'),
      page('commission', 'commission', ['commission', 'deals', 'penalties'], () => import('./commission/commission-page')),
      page('commission/payout', 'payout', ['commission', 'deals'], () => import('./commission/payout-page')),
      page('receipts', 'receipts', ['receipts', 'deals', 'customers', 'reception'], () => import('./receipts/receipts-page')),
      page('reports/fairness', 'fairness', ['fairness', 'reception', 'verdict'], () => import('./reports/fairness/fairness-page')),
      page('reports/stored', 'stored', ['reports'], () => import('./reports/stored-page')),
      page('reports/company', 'company', ['reports', 'me', 'calls', 'followUp', 'reception'], () => import('./reports/company-page')),
      page('reports/conduct', 'conduct', ['conduct', 'reports', 'disputes', 'deals', 'requests'], () => import('./reports/conduct/conduct-page')),
      page('reports', 'reports', ['reports', 'me', 'calls', 'followUp', 'reception'], () => import('./reports/reports-page')),
      page('turns', 'turns', ['turns', 'papers', 'reception', 'verdict'], () => import('./turns/turns-page')),
      page('turns/sheet', 'rotationSheet', ['papers', 'turns', 'reports', 'reception', 'verdict'], () => import('./turns/rotation-sheet'), 'turns'),
      page('audit', 'audit', ['audit', 'verdict'], () => import('./audit/audit-page')),
      page('rules', 'rules', ['rules', 'reception', 'verdict'], () => import('./rules/rules-page')),
      page('people', 'people', ['people', 'reception'], () => import('./people/people-page')),
      page('account', 'account', ['account'], () => import('./account/account-page'), null),
      { path: 'no-permission', title: 'shell.title.noPermission', loadComponent: () => import('./shell/no-permission-page') },
      { path: '**', title: 'shell.title.notFound', loadComponent: () => import('./shell/not-found-page') },
    ],
  },
];
