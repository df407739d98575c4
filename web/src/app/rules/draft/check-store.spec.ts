import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { EditedPolicy, PolicyCheckAnswer } from '@lunjie/contracts';
import { provideWords } from '../../../testing/dictionaries';
import { signIn } from '../../../testing/sessions';
import { CheckStore, checkAfterMs } from './check-store';
import { DraftStore } from './draft-store';

const url = '/api/offices/office-1/policy/draft';
const answer = (faults: PolicyCheckAnswer['faults'] = []): PolicyCheckAnswer =>
  ({ faults, analysis: { undecided: [], unreachable: [], orderDecides: [], complete: true }, difference: { values: [], rows: [], count: 0 }, inForce: 1 });
const replay = { date: '2026-11-21', arrivals: [], counts: { arrivals: 4, differ: 2, otherReceiver: 2, otherCount: 0 } };

describe('what the server says of the draft', () => {
  const document = signal<EditedPolicy | null>(null);
  let http: HttpTestingController;
  let check: CheckStore;

  beforeEach(async () => {
    localStorage.clear();
    document.set(null);
    TestBed.configureTestingModule({
      providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), { provide: DraftStore, useValue: { document, before: signal(null) } }, CheckStore],
    });
    http = TestBed.inject(HttpTestingController);
    await signIn('admin');
    jest.useFakeTimers();
    check = TestBed.inject(CheckStore);
  });

  afterEach(() => {
    jest.useRealTimers();
    http.verify();
  });

  async function type(name: string): Promise<void> {
    document.set({ id: name });
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }

  const asked = () => http.expectOne(`${url}/check`);
  const rest = () => jest.advanceTimersByTimeAsync(checkAfterMs);

  it('is asked at once for the first time, then when the typing rests, and replays today where nothing is at fault', async () => {
    await type('first');
    asked().flush(answer());
    await jest.advanceTimersByTimeAsync(0);
    http.expectOne(`${url}/replay`).flush(replay);
    await jest.advanceTimersByTimeAsync(0);
    expect(check.replay()?.counts.differ).toBe(2);
    expect(check.behind()).toBe(false);
    await type('second');
    expect(check.behind()).toBe(true);
    http.expectNone(`${url}/check`);
    await type('third');
    await rest();
    const { request } = asked();
    expect(request.body).toEqual({ document: { id: 'third' } });
  });

  it('is not taken for the draft\'s where the person typed on meanwhile', async () => {
    await type('first');
    const late = asked();
    await type('second');
    late.flush(answer([{ path: '/id', code: 'pattern', data: {} }]));
    await rest();
    expect(check.faults()).toEqual([]);
    asked().flush(answer());
    await jest.advanceTimersByTimeAsync(0);
    http.expectOne(`${url}/replay`).flush(replay);
  });

  it('finds the faults of a place and of what stands below it, and replays nothing with faults', async () => {
    await type('first');
    asked().flush(answer([{ path: '/values/rotation/advance', code: 'enum', data: {} }, { path: '/values/rotation', code: 'required', data: {} }, { path: '/values/rotations', code: 'x', data: {} }]));
    await jest.advanceTimersByTimeAsync(0);
    expect(check.faultsAt('/values/rotation').map(({ path }) => path)).toEqual(['/values/rotation/advance', '/values/rotation']);
    expect(check.replay()).toBeNull();
  });

  it('says why it cannot be asked, and forgets it when it can', async () => {
    await type('first');
    asked().flush({ code: 'not_permitted', status: 403, title: '', data: {} }, { status: 403, statusText: 'Forbidden' });
    await jest.advanceTimersByTimeAsync(0);
    expect(check.problem()?.code).toBe('not_permitted');
    await type('second');
    await rest();
    asked().flush(answer([{ path: '/id', code: 'pattern', data: {} }]));
    await jest.advanceTimersByTimeAsync(0);
    expect(check.problem()).toBeNull();
  });

  it('replays another day beside today\'s number', async () => {
    await type('first');
    asked().flush(answer([{ path: '/id', code: 'pattern', data: {} }]));
    await jest.advanceTimersByTimeAsync(0);
    const other = check.replayOf('2026-11-20');
    const asking = http.expectOne(`${url}/replay`);
    expect(asking.request.body).toEqual({ document: { id: 'first' }, date: '2026-11-20' });
    asking.flush({ ...replay, date: '2026-11-20' });
    expect((await other)?.date).toBe('2026-11-20');
    expect(check.replay()).toBeNull();
  });
});
