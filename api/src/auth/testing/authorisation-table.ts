import type { Role } from '@lunjie/contracts';

/** 'public': without signing in. 'any': whoever is signed in, and on a route of an office employed there. */
export type Expected = readonly Role[] | 'public' | 'any';

/** Those who run the desk and the floor. */
const runTheFloor: readonly Role[] = ['desk', 'manager', 'supervisor'];
const onTheFloor: readonly Role[] = ['agent', ...runTheFloor];
/** Those who look into who did what. */
const inspect: readonly Role[] = ['admin', 'manager', 'auditor'];

/**
 * Who may call which route. The matrix spec refuses a route that is missing here, and a line here without a
 * route; a path is written as in the controllers.
 */
export const expected: Readonly<Record<string, Expected>> = {
  'GET /api/health': 'public',
  'GET /api/demo': 'public',
  'GET /api/demo/reset': 'public',
  'POST /api/demo/reset': ['admin'],

  'POST /api/auth/sign-in': 'public',
  'POST /api/auth/sign-out': 'public',
  'POST /api/auth/sign-out-everywhere': 'any',
  'GET /api/auth/me': 'any',
  'PUT /api/auth/language': 'any',
  'PUT /api/auth/password': 'any',
  'GET /api/auth/sessions': 'any',
  'DELETE /api/auth/sessions/:sessionId': 'any',

  'POST /api/offices': ['admin'],
  'GET /api/offices': 'any',
  'GET /api/offices/:officeId': 'any',
  'PATCH /api/offices/:officeId': ['admin'],
  'GET /api/offices/:officeId/holidays/:year': 'any',
  'PUT /api/offices/:officeId/holidays/:year': ['admin'],

  'GET /api/offices/:officeId/people': 'any',
  'POST /api/offices/:officeId/people': ['admin', 'manager'],
  'PUT /api/offices/:officeId/people/roster': ['admin', 'manager'],
  'POST /api/offices/:officeId/people/bulk': ['admin', 'manager'],
  'POST /api/offices/:officeId/people/sheet': ['admin', 'manager'],
  'PATCH /api/offices/:officeId/people/:personId': ['admin', 'manager'],
  'POST /api/offices/:officeId/people/:personId/transfer': ['admin'],
  'GET /api/offices/:officeId/people/:personId/periods': ['admin', 'manager'],
  'GET /api/offices/:officeId/people/:personId/ties': ['admin', 'manager'],
  'GET /api/offices/:officeId/people/:personId/sessions': ['admin', 'manager'],
  'DELETE /api/offices/:officeId/people/:personId/sessions': ['admin', 'manager'],
  'DELETE /api/offices/:officeId/people/:personId/sessions/:sessionId': ['admin', 'manager'],
  'POST /api/offices/:officeId/people/:personId/password': ['admin', 'manager'],

  'GET /api/policy/presets': 'any',
  'GET /api/offices/:officeId/policy': 'any',
  'GET /api/offices/:officeId/policy/versions': 'any',
  'GET /api/offices/:officeId/policy/versions/:version': 'any',
  'POST /api/offices/:officeId/policy/versions': ['admin'],
  'GET /api/offices/:officeId/policy/versions/:version/words': 'any',
  'GET /api/offices/:officeId/policy/draft': ['admin'],
  'POST /api/offices/:officeId/policy/draft/start': ['admin'],
  'PUT /api/offices/:officeId/policy/draft': ['admin'],
  'DELETE /api/offices/:officeId/policy/draft': ['admin'],
  'POST /api/offices/:officeId/policy/draft/check': ['admin'],
  'POST /api/offices/:officeId/policy/draft/replay': ['admin'],
  'POST /api/offices/:officeId/policy/draft/scenario': ['admin'],
  'GET /api/offices/:officeId/policy/periods': 'any',
  'POST /api/offices/:officeId/policy/periods': ['admin'],
  'POST /api/offices/:officeId/policy/periods/:periodId/cancel': ['admin'],

  'GET /api/offices/:officeId/audit': inspect,
  'GET /api/offices/:officeId/audit/export': inspect,
  'GET /api/offices/:officeId/register': inspect,
  'GET /api/offices/:officeId/register/chain': inspect,
  'POST /api/offices/:officeId/register/verification': inspect,

  'GET /api/offices/:officeId/turns': 'any',
  'POST /api/offices/:officeId/turns/corrections': ['manager'],
  'GET /api/offices/:officeId/customers/:customerId/ownership': ['agent', 'manager', 'supervisor', 'admin', 'auditor'],
  'POST /api/offices/:officeId/customers/:customerId/happenings': onTheFloor,
  'POST /api/offices/:officeId/customers/:customerId/conflict': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/rulings/:rulingId/approval': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/penalties': ['manager', 'supervisor'],
  'GET /api/offices/:officeId/penalties': ['agent', 'manager', 'supervisor', 'auditor'],
  'POST /api/offices/:officeId/deals': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/deals/:dealId/settlement': ['manager', 'supervisor'],
  'GET /api/offices/:officeId/units': 'any',
  'GET /api/offices/:officeId/units/:unitId': 'any',
  'POST /api/offices/:officeId/units': ['admin', 'manager'],
  'PATCH /api/offices/:officeId/units/:unitId': ['admin', 'manager'],
  'POST /api/offices/:officeId/units/:unitId/hold': ['agent', 'manager', 'supervisor'],
  'POST /api/offices/:officeId/units/:unitId/withhold': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/units/:unitId/release': ['agent', 'manager', 'supervisor'],
  'POST /api/offices/:officeId/units/:unitId/deposits': ['agent', 'manager', 'supervisor'],
  'POST /api/offices/:officeId/deals/:dealId/firm-deposit': ['agent', 'manager', 'supervisor'],
  'GET /api/offices/:officeId/customers/:customerId/deals': ['manager', 'supervisor', 'finance', 'auditor'],
  'POST /api/offices/:officeId/customers/:customerId/phone': ['agent', 'manager', 'supervisor'],

  'GET /api/offices/:officeId/customers/:customerId/claims': ['agent', 'desk', 'manager', 'supervisor', 'auditor'],
  'POST /api/offices/:officeId/customers/:customerId/contacts': ['agent', 'manager', 'supervisor'],
  'GET /api/offices/:officeId/claims/awaiting': ['manager', 'supervisor'],
  'GET /api/offices/:officeId/pool': ['agent', 'manager', 'supervisor', 'auditor'],
  'POST /api/offices/:officeId/pool/:customerId/claim': ['agent', 'manager'],
  'POST /api/offices/:officeId/pool/:customerId/reclaim': ['manager'],
  'GET /api/offices/:officeId/draws': 'any',
  'POST /api/offices/:officeId/draws/preview': ['manager'],
  'POST /api/offices/:officeId/draws': ['manager'],
  'GET /api/offices/:officeId/draws/:drawId': 'any',
  'GET /api/offices/:officeId/draws/:drawId/record': 'any',
  'POST /api/offices/:officeId/draws/:drawId/draw': ['manager'],
  'POST /api/offices/:officeId/draws/:drawId/cancel': ['manager'],

  'GET /api/offices/:officeId/board': 'any',
  'GET /api/offices/:officeId/live': 'any',
  'GET /api/offices/:officeId/me': ['agent'],
  'GET /api/offices/:officeId/notices': 'any',
  'PUT /api/offices/:officeId/notices/seen': 'any',
  'GET /api/offices/:officeId/visits': ['desk', 'manager', 'supervisor', 'admin', 'auditor'],
  'GET /api/offices/:officeId/customers': ['agent', 'manager', 'supervisor', 'auditor'],
  'GET /api/offices/:officeId/customers/:customerId': [...onTheFloor, 'auditor'],
  'GET /api/offices/:officeId/customers/:customerId/timeline': [...onTheFloor, 'auditor'],
  'POST /api/offices/:officeId/customers/hand-over/preview': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/customers/hand-over': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/customers/:customerId/merge': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/customers/:customerId/merges/:mergeId/undo': ['manager', 'supervisor'],
  'GET /api/offices/:officeId/show-flat': onTheFloor,
  'POST /api/offices/:officeId/show-flat': onTheFloor,
  'POST /api/offices/:officeId/show-flat/hand-over': runTheFloor,
  'POST /api/offices/:officeId/customers/matches': onTheFloor,
  'POST /api/offices/:officeId/customers/:customerId/phones': onTheFloor,
  'POST /api/offices/:officeId/customers/:customerId/phones/:phoneId/end': onTheFloor,
  'POST /api/offices/:officeId/customers/:customerId/household': onTheFloor,
  'POST /api/offices/:officeId/customers/:customerId/household/:linkId/end': onTheFloor,
  'POST /api/offices/:officeId/customers/:customerId/referrals': onTheFloor,
  'POST /api/offices/:officeId/customers/search': ['agent', 'desk', 'manager', 'supervisor', 'auditor'],

  'POST /api/offices/:officeId/customers/imports': ['admin', 'manager'],
  'GET /api/offices/:officeId/customers/imports': ['admin', 'manager'],
  'GET /api/offices/:officeId/customers/imports/:importId': ['admin', 'manager'],
  'POST /api/offices/:officeId/customers/imports/:importId/trial': ['admin', 'manager'],
  'POST /api/offices/:officeId/customers/imports/:importId/carry-out': ['admin', 'manager'],
  'POST /api/offices/:officeId/customers/imports/:importId/undo': ['admin', 'manager'],
  'GET /api/offices/:officeId/customers/imports/:importId/remarks': ['admin', 'manager'],
  'POST /api/offices/:officeId/customers/exports': ['agent', 'manager', 'supervisor'],
  'GET /api/offices/:officeId/customers/exports': ['agent', 'manager', 'supervisor'],
  'GET /api/offices/:officeId/customers/exports/:exportId/file': ['agent', 'manager', 'supervisor'],

  'POST /api/offices/:officeId/day/open': runTheFloor,
  'POST /api/offices/:officeId/day/close': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/duties/:dutyId/done': ['agent', 'manager'],
  'POST /api/offices/:officeId/presence/sign-in': onTheFloor,
  'POST /api/offices/:officeId/presence/sign-out': onTheFloor,
  'POST /api/offices/:officeId/presence/out': onTheFloor,
  'POST /api/offices/:officeId/presence/back': onTheFloor,
  'PUT /api/offices/:officeId/line/order': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/line/suspensions': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/line/suspensions/lift': ['manager', 'supervisor'],
  'POST /api/offices/:officeId/line/lost-turns': ['manager'],
  'PUT /api/offices/:officeId/line/counters': ['manager'],

  'POST /api/offices/:officeId/arrivals/proposal': runTheFloor,
  'POST /api/offices/:officeId/arrivals': runTheFloor,
  'POST /api/offices/:officeId/arrivals/:visitId/undo': runTheFloor,
  'POST /api/offices/:officeId/visits/:visitId/assign': runTheFloor,
  'POST /api/offices/:officeId/visits/:visitId/contact': runTheFloor,
  'POST /api/offices/:officeId/visits/:visitId/leave': runTheFloor,
  'POST /api/offices/:officeId/visits/:visitId/notices': onTheFloor,

  'POST /api/offices/:officeId/receptions/:receptionId/accept': onTheFloor,
  'POST /api/offices/:officeId/receptions/:receptionId/end': onTheFloor,
  'POST /api/offices/:officeId/receptions/:receptionId/owner-discovered': onTheFloor,
  'POST /api/offices/:officeId/receptions/:receptionId/not-counted': onTheFloor,
  'POST /api/offices/:officeId/receptions/:receptionId/not-counted/ruling': ['manager', 'supervisor'],
  'PUT /api/offices/:officeId/receptions/:receptionId/form': ['agent'],

  'POST /api/offices/:officeId/customers': ['manager', 'desk'],
  'PATCH /api/offices/:officeId/register/:entry': 'any',
  'POST /api/offices/:officeId/register/:entry/corrections': onTheFloor,
  'GET /api/offices/:officeId/register/verification': inspect,
};

/**
 * Not a GET, and yet nobody writes by it: a search keeps its words out of the address; an altered entry is refused and
 * recorded; a verification reads the whole register, and that it was done is recorded; what somebody has seen concerns nobody else.
 */
export const writesNothing: readonly string[] = [
  'POST /api/offices/:officeId/customers/search', 'POST /api/offices/:officeId/customers/matches', 'POST /api/offices/:officeId/customers/hand-over/preview', 'PATCH /api/offices/:officeId/register/:entry', 'POST /api/offices/:officeId/register/verification',
  'PUT /api/offices/:officeId/notices/seen',
];
