import type { Role } from '@lunjie/contracts';

/** 'public': without signing in. 'any': whoever is signed in, and on a route of an office employed there. */
export type Expected = readonly Role[] | 'public' | 'any';

/**
 * Who may call which route. The matrix spec refuses a route that is missing here, and a line here without a
 * route; a path is written as in the controllers.
 */
export const expected: Readonly<Record<string, Expected>> = {
  'GET /api/health': 'public',
  'GET /api/demo': 'public',

  'POST /api/auth/sign-in': 'public',
  'POST /api/auth/sign-out': 'public',
  'POST /api/auth/sign-out-everywhere': 'any',
  'GET /api/auth/me': 'any',
  'PUT /api/auth/language': 'any',

  'POST /api/offices': ['admin'],
  'GET /api/offices/:officeId': 'any',

  'GET /api/offices/:officeId/people': 'any',
  'POST /api/offices/:officeId/people': ['admin', 'manager'],
  'PATCH /api/offices/:officeId/people/:personId': ['admin', 'manager'],

  'GET /api/policy/presets': 'any',
  'GET /api/offices/:officeId/policy': 'any',
  'GET /api/offices/:officeId/policy/versions': 'any',
  'GET /api/offices/:officeId/policy/versions/:version': 'any',
  'POST /api/offices/:officeId/policy/versions': ['admin'],

  'GET /api/offices/:officeId/audit': ['admin', 'manager', 'auditor'],
};
