import { Controller, Get, Post } from '@nestjs/common';
import { AnySignedIn, Public } from '../platform/access/access';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { AppModule } from '../app.module';
import { testOffice, type TestOffice } from './testing/test-office';

@Controller('forgotten')
class ForgottenController {
  @Get() read(): string {
    return 'nobody said who may read this';
  }
}

@Controller('open')
class OpenController {
  @Public() @Post() post(): string {
    return 'posted';
  }
  @AnySignedIn() @Post('signed-in') signedIn(): string {
    return 'posted';
  }
}

describeOnBothDatabases('the guard', (open) => {
  let test: TestApp;
  let office: TestOffice;

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
  });

  it('closes a route that states nothing to everybody', async () => {
    expect((await test.inject({ method: 'GET', url: '/api/forgotten' })).statusCode).toBe(401);
    const admin = await office.as('admin');
    expect((await admin.get('/forgotten')).json()).toMatchObject({ status: 403, code: 'not_permitted' });
  });

  it('knows no office by a made-up id', async () => {
    const admin = await office.as('admin');
    for (const id of ['x', '%27%20OR%201=1', office.id.toUpperCase() + '0', '00000000-0000-7000-8000-ffffffffffff']) {
      expect((await admin.get(`/offices/${id}`)).json()).toMatchObject({ status: 404, code: 'office_not_found' });
    }
  });

  it.each<[string, Record<string, string>, number]>([
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example' }, 403],
    ['another origin over plain http', { origin: 'http://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['this host on another port', { origin: 'http://lunjie.test:8080' }, 403],
    ['the console', { 'sec-fetch-site': 'same-origin', origin: 'http://lunjie.test' }, 201],
    ['the console over plain http', { origin: 'http://lunjie.test' }, 201],
    ['no browser at all', {}, 201],
  ])('judges a change from %s', async (_, headers, status) => {
    const { cookie } = await office.as('desk');
    for (const [url, extra] of [['/api/open', {}], ['/api/open/signed-in', { cookie }]] as const) {
      const answer = await test.inject({ method: 'POST', url, headers: { host: 'lunjie.test', ...headers, ...extra } });
      expect(answer.statusCode).toBe(status);
      if (status === 403) expect(answer.json().code).toBe('cross_site_refused');
    }
  });

  it('lets other sites link to a page: reading changes nothing', async () => {
    const { cookie } = await office.as('desk');
    const answer = await test.inject({ method: 'GET', url: '/api/auth/me', headers: { cookie, 'sec-fetch-site': 'cross-site' } });
    expect(answer.statusCode).toBe(200);
  });
}, { features: [AppModule, { module: class Forgotten {}, controllers: [ForgottenController, OpenController] }] });
