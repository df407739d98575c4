import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Role, SessionView } from '@lunjie/contracts';
import { Session } from '../app/shared/session/session';
import { morning } from './decisions';

export function sessionOf(...roles: Role[]): SessionView {
  return {
    person: { id: 'zhao', account: 'zhao', name: '赵婷' },
    employments: [{ officeId: 'office-1', officeName: '翡翠湾售楼处', timeZone: 'Asia/Shanghai', roles, agent: roles.includes('agent') }],
    language: 'zh',
    now: morning,
  };
}

/** Signs a person in, in a spec whose HTTP is the testing one. */
export async function signIn(...roles: Role[]): Promise<void> {
  const known = TestBed.inject(Session).known();
  TestBed.inject(HttpTestingController).expectOne('/api/auth/me').flush(sessionOf(...roles));
  await known;
}
