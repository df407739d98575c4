import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { provideWords } from '../../../testing/dictionaries';
import { Words } from '../language/words';
import { ApiClient } from './api-client';
import type { ApiProblem } from './api-problem';

const offline = new ProgressEvent('error');

describe('ApiClient', () => {
  let api: ApiClient;
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideWords(), provideHttpClient(), provideHttpClientTesting()] });
    api = TestBed.inject(ApiClient);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    jest.useRealTimers();
    http.verify();
  });

  it('asks in the language of the console', async () => {
    await TestBed.inject(Words).start();
    await TestBed.inject(Words).speak('en');
    const answer = api.get('/demo');
    const request = http.expectOne('/api/demo');
    expect(request.request.headers.get('Accept-Language')).toBe('en');
    expect(request.request.headers.has('Idempotency-Key')).toBe(false);
    request.flush({ demo: false });
    await expect(answer).resolves.toEqual({ demo: false });
  });

  it('gives every write a key of its own', () => {
    void api.post('/a', {});
    void api.post('/b', {});
    const keys = [http.expectOne('/api/a'), http.expectOne('/api/b')].map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('tries a write again with the same key where no answer came', async () => {
    jest.useFakeTimers();
    const answer = api.post('/a', { name: '何女士' });
    const first = http.expectOne('/api/a');
    first.error(offline);
    await jest.advanceTimersByTimeAsync(400);
    const second = http.expectOne('/api/a');
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    expect(second.request.body).toEqual({ name: '何女士' });
    second.flush({ ok: true });
    await expect(answer).resolves.toEqual({ ok: true });
  });

  it('uses the key a caller kept, so that pressing again registers nothing twice', () => {
    void api.post('/a', {}, { key: 'kept-by-the-page' });
    expect(http.expectOne('/api/a').request.headers.get('Idempotency-Key')).toBe('kept-by-the-page');
  });

  it('says honestly that the network is gone, after its tries', async () => {
    jest.useFakeTimers();
    const failure = api.post('/a', {}).catch((problem: ApiProblem) => problem);
    for (const wait of [400, 1_500, 0]) {
      http.expectOne('/api/a').error(offline);
      await jest.advanceTimersByTimeAsync(wait);
    }
    expect(await failure).toMatchObject({ name: 'ApiProblem', code: 'network', status: 0 });
  });

  it('turns a problem document into a typed problem and does not try again', async () => {
    const failure = api.post('/a', {}).catch((problem: ApiProblem) => problem);
    http.expectOne('/api/a').flush(
      { type: 'about:blank', title: '填写有误', status: 422, detail: '有 1 处', code: 'invalid_request', data: { count: 1 }, errors: [{ path: 'name', message: '必须填写' }, { nonsense: true }] },
      { status: 422, statusText: 'Unprocessable' },
    );
    expect(await failure).toMatchObject({ code: 'invalid_request', status: 422, data: { count: 1 }, errors: [{ path: 'name', message: '必须填写' }] });
  });

  it('takes the waiting time from the header where the document has none', async () => {
    const failure = api.get('/a').catch((problem: ApiProblem) => problem);
    http.expectOne('/api/a').flush({ code: 'too_many_requests', title: '' }, { status: 429, statusText: 'x', headers: { 'retry-after': '42' } });
    expect(await failure).toMatchObject({ code: 'too_many_requests', data: { seconds: 42 } });
  });

  it('does not take a proxy’s page for an answer of the API', async () => {
    const failure = api.get('/a').catch((problem: ApiProblem) => problem);
    http.expectOne('/api/a').flush('<html>', { status: 404, statusText: 'Not Found' });
    expect(await failure).toMatchObject({ code: 'unreadable', status: 404 });
  });

  it('tells the session when it is over, but not for a wrong password', async () => {
    let over = 0;
    api.signedOut.subscribe(() => (over += 1));
    const login = api.post('/auth/sign-in', {}).catch(() => null);
    http.expectOne('/api/auth/sign-in').flush({ code: 'wrong_password' }, { status: 401, statusText: 'x' });
    await login;
    expect(over).toBe(0);
    const read = api.get('/offices/1/board').catch(() => null);
    http.expectOne('/api/offices/1/board').flush({ code: 'not_signed_in' }, { status: 401, statusText: 'x' });
    await read;
    expect(over).toBe(1);
  });
});
