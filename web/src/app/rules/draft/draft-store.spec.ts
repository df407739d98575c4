import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { PolicyDraftView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { provideWords } from '../../../testing/dictionaries';
import { signIn } from '../../../testing/sessions';
import { RulesStore } from '../reading/rules-store';
import { DraftStore, restMs } from './draft-store';

const policy = Object.values(presets)[0];
const advance = '/values/rotation/advance';
const url = '/api/offices/office-1/policy/draft';
const view = (changes: Partial<PolicyDraftView> = {}): PolicyDraftView => ({ revision: 0, document: null, savedAt: null, savedBy: null, ...changes });

describe('the draft', () => {
  let http: HttpTestingController;
  let draft: DraftStore;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideWords(), provideHttpClient(), provideHttpClientTesting(), { provide: RulesStore, useValue: { inForce: signal({ version: 1, policy }) } }, DraftStore],
    });
    http = TestBed.inject(HttpTestingController);
    await signIn('admin');
    jest.useFakeTimers();
    draft = TestBed.inject(DraftStore);
    void draft.load();
    http.expectOne(url).flush(view());
    await rest(0);
  });

  afterEach(() => {
    jest.useRealTimers();
    http.verify();
  });

  async function rest(ms = restMs): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
  }

  function saving() {
    return http.expectOne(({ method }) => method === 'PUT');
  }

  async function lost(): Promise<void> {
    saving().flush({ code: 'draft_changed', status: 409, title: '', data: { revision: 4, by: '王敏' } }, { status: 409, statusText: 'Conflict' });
    await rest(0);
    http.expectOne(url).flush(view({ revision: 4, document: { ...policy, id: 'theirs' }, savedBy: { id: 'wang', name: '王敏' } }));
    await rest(0);
  }

  it('begins with the rules in force and writes nothing before somebody edits', async () => {
    expect(draft.document()).toEqual(policy);
    expect(draft.state()).toBe('untouched');
    await rest(10_000);
    http.expectNone(({ method }) => method === 'PUT');
  });

  it('saves once when the typing rests, with the revision that was seen', async () => {
    draft.edit('/name/zh', '甲');
    await rest(restMs - 1);
    draft.edit('/name/zh', '甲乙');
    await rest();
    const { request } = saving();
    expect(request.body).toMatchObject({ revision: 0, document: { name: { zh: '甲乙' } } });
  });

  it('saves what was typed while the last save was on its way next', async () => {
    draft.edit(advance, 'to_tail');
    await rest();
    const first = saving();
    draft.edit('/name/zh', '乙');
    first.flush(view({ revision: 1, document: first.request.body.document, savedAt: 1 }));
    await rest(0);
    const second = saving();
    expect(second.request.body).toMatchObject({ revision: 1, document: { name: { zh: '乙' }, values: { rotation: { advance: 'to_tail' } } } });
    second.flush(view({ revision: 2, document: second.request.body.document, savedAt: 2 }));
    await rest(0);
    expect(draft.state()).toBe('saved');
    expect(draft.unsaved()).toBe(false);
  });

  it('keeps what was typed when another admin saved meanwhile, and saves over theirs only when told to', async () => {
    draft.edit('/name/zh', '我的');
    await rest();
    await lost();
    expect(draft.state()).toBe('conflict');
    expect(draft.valueAt('/name/zh')).toBe('我的');
    await rest(10_000);
    void draft.keepMine();
    await rest(0);
    const again = saving();
    expect(again.request.body).toMatchObject({ revision: 4, document: { name: { zh: '我的' } } });
    again.flush(view({ revision: 5, document: again.request.body.document }));
    await rest(0);
    expect(draft.state()).toBe('saved');
  });

  it('goes on from theirs, and what was typed can be undone to', async () => {
    draft.edit('/name/zh', '我的');
    await rest();
    await lost();
    draft.takeTheirs();
    expect(draft.valueAt('/id')).toBe('theirs');
    draft.undo();
    expect(draft.valueAt('/name/zh')).toBe('我的');
    await rest();
    saving();
  });

  it('begins from an earlier version, and what stood before can be undone to', async () => {
    draft.edit('/name/zh', '我的');
    await rest();
    const first = saving();
    first.flush(view({ revision: 1, document: first.request.body.document, savedAt: 1 }));
    await rest(0);
    void draft.startFrom({ version: 3 });
    await rest(0);
    const start = http.expectOne(`${url}/start`);
    expect(start.request.body).toEqual({ version: 3, revision: 1 });
    start.flush(view({ revision: 2, document: { ...policy, id: 'third' }, savedAt: 2 }));
    await rest(0);
    expect(draft.valueAt('/id')).toBe('third');
    expect(draft.unsaved()).toBe(false);
    draft.undo();
    expect(draft.valueAt('/name/zh')).toBe('我的');
    await rest();
    expect(saving().request.body).toMatchObject({ revision: 2, document: { name: { zh: '我的' } } });
  });

  it('keeps what was saved here where another admin saved after it', async () => {
    draft.edit('/name/zh', '我的');
    await rest();
    const first = saving();
    first.flush(view({ revision: 1, document: first.request.body.document, savedAt: 1 }));
    await rest(0);
    const looked = draft.lookAgain();
    http.expectOne(url).flush(view({ revision: 2, document: { ...policy, id: 'theirs' }, savedBy: { id: 'wang', name: '王敏' } }));
    await looked;
    expect(draft.state()).toBe('conflict');
    expect(draft.valueAt('/name/zh')).toBe('我的');
    void draft.keepMine();
    await rest(0);
    expect(saving().request.body).toMatchObject({ revision: 2, document: { name: { zh: '我的' } } });
  });

  it('undoes step by step, down to the rules in force', async () => {
    draft.edit(advance, 'to_tail');
    draft.edit('/name/zh', '甲');
    draft.undo();
    expect(draft.valueAt('/name/zh')).toBe(policy?.name.zh);
    expect(draft.valueAt(advance)).toBe('to_tail');
    draft.undo();
    expect(draft.document()).toEqual(policy);
    expect(draft.canUndo()).toBe(false);
    await rest();
    saving();
  });

  it('tries again by itself where the network was away', async () => {
    draft.edit('/name/zh', '甲');
    await rest();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      saving().error(new ProgressEvent('error'));
      await rest(1_600);
    }
    expect(draft.state()).toBe('failed');
    expect(draft.valueAt('/name/zh')).toBe('甲');
    await rest(5_000);
    saving();
  });
});
