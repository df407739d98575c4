import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideWords } from '../../testing/dictionaries';
import { signIn } from '../../testing/sessions';
import { settled } from '../../testing/settled';
import { Words } from '../shared/language/words';
import { enterPlace, goToFirstPlace, mustBeSignedIn } from './guards';
import NoPermissionPage from './no-permission-page';

@Component({ selector: 'lj-place', template: 'inside' })
class Place {}

describe('the way into a place', () => {
  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideWords(), provideHttpClient(), provideHttpClientTesting(),
        provideRouter([
          { path: 'login', component: Place },
          {
            path: '', canActivate: [mustBeSignedIn], children: [
              { path: '', pathMatch: 'full', canActivate: [goToFirstPlace], children: [] },
              { path: 'board', component: Place, canActivate: [enterPlace('board')] },
              { path: 'desk', component: Place, canActivate: [enterPlace('desk')] },
              { path: 'me', component: Place, canActivate: [enterPlace('me')] },
              { path: 'no-permission', component: NoPermissionPage },
            ],
          },
        ], withComponentInputBinding()),
      ],
    });
    await TestBed.inject(Words).start();
  });

  it('leads a visitor without a session to the sign-in page and remembers where they were going', async () => {
    const harness = await RouterTestingHarness.create();
    const going = harness.navigateByUrl('/desk');
    await settled();
    TestBed.inject(HttpTestingController).expectOne('/api/auth/me').flush({ code: 'not_signed_in' }, { status: 401, statusText: 'x' });
    await going;
    expect(TestBed.inject(Router).url).toBe('/login?back=%2Fdesk');
  });

  it.each([['desk', '/desk'], ['agent', '/me'], ['manager', '/board']] as const)('starts the day of %s at %s', async (role, url) => {
    await signIn(role);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/');
    expect(TestBed.inject(Router).url).toBe(url);
  });

  it('tells an agent at the desk who can go there', async () => {
    await signIn('agent');
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/desk');
    await harness.fixture.whenStable();
    expect(harness.routeNativeElement?.textContent).toContain('这一页不在您的权限内');
    expect(harness.routeNativeElement?.textContent).toContain('前台、销售经理或销售主管');
  });
});
