import type { Role } from '@lunjie/contracts';

/** A place of the office in the console: its path, its words under `shell.place`, and who works there. */
export interface PlaceOfWork {
  readonly path: string;
  readonly icon: string;
  readonly roles: readonly Role[];
  /** Places of one subject lead to each other by themselves: of those open to somebody the first stands in the navigation. */
  readonly subject?: 'customers' | 'disputes' | 'deals';
  /** A page of another place: found by its name and its address, never named in the navigation. */
  readonly isWithin?: 'reports' | 'checks';
}

const everyone: readonly Role[] = ['admin', 'manager', 'supervisor', 'desk', 'agent', 'finance', 'auditor'];

/** In the order of the navigation. A new page adds one line here, one route, and its words. */
export const placesOfWork: readonly PlaceOfWork[] = [
  { path: 'board', icon: 'ordered-list', roles: everyone },
  { path: 'desk', icon: 'audit', roles: ['desk', 'manager', 'supervisor'] },
  { path: 'calls', icon: 'phone', roles: ['desk', 'manager', 'supervisor', 'agent', 'admin', 'auditor'] },
  { path: 'me', icon: 'user', roles: ['agent'] },
  { path: 'customers', icon: 'contacts', roles: ['agent', 'manager', 'supervisor', 'auditor'], subject: 'customers' },
  { path: 'customers/awaiting', icon: 'clock-circle', roles: ['manager', 'supervisor'], subject: 'customers' },
  { path: 'pool', icon: 'inbox', roles: ['agent', 'manager', 'supervisor', 'auditor'], subject: 'customers' },
  { path: 'show-flat', icon: 'home', roles: ['desk', 'manager', 'supervisor', 'agent'], subject: 'customers' },
  { path: 'draws', icon: 'partition', roles: everyone, subject: 'customers' },
  { path: 'customers/import', icon: 'inbox', roles: ['admin', 'manager'], subject: 'customers' },
  { path: 'disputes', icon: 'exclamation-circle', roles: ['agent', 'manager', 'supervisor', 'admin', 'auditor'], subject: 'disputes' },
  { path: 'penalties', icon: 'exclamation-circle', roles: ['agent', 'manager', 'supervisor', 'admin', 'finance', 'auditor'], subject: 'disputes' },
  { path: 'checks', icon: 'check-circle', roles: ['agent', 'manager', 'supervisor', 'admin', 'auditor'], subject: 'disputes' },
  { path: 'checks/new', icon: 'check-circle', roles: ['manager', 'supervisor', 'admin'], subject: 'disputes', isWithin: 'checks' },
  { path: 'units', icon: 'appstore', roles: everyone, subject: 'deals' },
  { path: 'deals', icon: 'appstore', roles: ['agent', 'manager', 'supervisor', 'finance', 'auditor'], subject: 'deals' },
  { path: 'receipts', icon: 'appstore', roles: ['finance', 'manager', 'auditor'], subject: 'deals' },
  { path: 'commission', icon: 'appstore', roles: ['agent', 'manager', 'supervisor', 'finance', 'auditor'], subject: 'deals' },
  { path: 'commission/payout', icon: 'appstore', roles: ['manager', 'finance', 'auditor'], subject: 'deals' },
  { path: 'requests', icon: 'message', roles: everyone },
  { path: 'handovers', icon: 'inbox', roles: ['desk', 'agent', 'manager', 'supervisor', 'admin', 'auditor'] },
  { path: 'evening', icon: 'file-search', roles: ['manager', 'supervisor', 'admin', 'auditor'] },
  { path: 'reports', icon: 'bar-chart', roles: ['agent', 'manager', 'supervisor', 'finance', 'admin', 'auditor'] },
  { path: 'reports/stored', icon: 'inbox', roles: ['manager', 'supervisor', 'finance', 'admin', 'auditor'], isWithin: 'reports' },
  { path: 'reports/fairness', icon: 'history', roles: ['agent', 'manager', 'supervisor', 'admin', 'auditor'], isWithin: 'reports' },
  { path: 'reports/company', icon: 'bar-chart', roles: ['admin', 'auditor'], isWithin: 'reports' },
  { path: 'reports/conduct', icon: 'audit', roles: ['agent', 'manager', 'supervisor', 'finance', 'admin', 'auditor'], isWithin: 'reports' },
  { path: 'turns', icon: 'history', roles: everyone },
  { path: 'audit', icon: 'file-search', roles: ['admin', 'manager', 'auditor'] },
  { path: 'rules', icon: 'book', roles: everyone },
  { path: 'people', icon: 'team', roles: ['admin', 'manager'] },
];

/** Where each role starts its day; the first of a person's roles in this list decides. */
const startOf: readonly (readonly [Role, string])[] = [
  ['desk', 'desk'],
  ['agent', 'me'],
];

export function placesFor(roles: readonly Role[]): readonly PlaceOfWork[] {
  return placesOfWork.filter((place) => place.roles.some((role) => roles.includes(role)));
}

/** What the navigation names. */
export function navigationFor(roles: readonly Role[]): readonly PlaceOfWork[] {
  const open = placesFor(roles);
  return open.filter(({ isWithin }) => isWithin === undefined).filter(({ path, subject }) => subject === undefined || open.find((one) => one.subject === subject)?.path === path);
}

export function startPlaceFor(roles: readonly Role[]): string {
  return startOf.find(([role]) => roles.includes(role))?.[1] ?? 'board';
}
