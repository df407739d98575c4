import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { ArrivalProposal, ArrivalRequest } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { ApiProblem } from '../../shared/api/api-problem';
import { Session } from '../../shared/session/session';
import { ArrivalStore } from './arrival-store';

interface Asked { readonly request: ArrivalRequest; readonly answer: (chosen: string | null) => void; readonly fail: (problem: ApiProblem) => void }

const proposing = (chosen: string | null) => ({ decision: { chosen }, known: null, policyName: '', seq: 1, undoSeconds: 60 }) as unknown as ArrivalProposal;
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('ArrivalStore', () => {
  let store: ArrivalStore;
  let asked: Asked[];
  let writes: { path: string; body: unknown }[];
  let refusal: ApiProblem | null;
  const person = signal<{ id: string } | null>({ id: 'desk' });

  beforeEach(() => {
    jest.useFakeTimers();
    asked = [];
    writes = [];
    refusal = null;
    person.set({ id: 'desk' });
    const api = {
      ask: (_: string, request: ArrivalRequest) =>
        new Promise((done, fail) => asked.push({ request, answer: (chosen) => done(proposing(chosen)), fail })),
      post: async (path: string, body: unknown) => {
        writes.push({ path, body });
        if (refusal) throw refusal;
        return { visit: { id: 'v1' }, seq: 2 };
      },
    };
    TestBed.configureTestingModule({ providers: [{ provide: OfficeApi, useValue: api }, { provide: Session, useValue: { person } }] });
    store = TestBed.inject(ArrivalStore);
    TestBed.tick();
  });

  afterEach(() => jest.useRealTimers());

  const lastAsked = () => {
    const last = asked.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  };
  const nextAsked = async () => {
    await jest.advanceTimersByTimeAsync(200);
    return lastAsked();
  };
  const see = async (chosen: string | null) => {
    (await nextAsked()).answer(chosen);
    await settle();
  };

  it('asks once for a burst of typing', async () => {
    store.change({ answer: 'first' });
    store.change({ name: '何' });
    store.change({ name: '何先生' });
    await nextAsked();
    expect(asked.map(({ request }) => request.name)).toEqual(['何先生']);
  });

  it('drops an answer that a newer question has overtaken', async () => {
    store.change({ answer: 'first' });
    const first = await nextAsked();
    store.change({ requests: 'zhao' });
    const second = await nextAsked();
    second.answer('zhao');
    await settle();
    first.answer('li');
    await settle();
    expect(store.proposal()?.decision.chosen).toBe('zhao');
    expect(store.asking()).toBe(false);
  });

  it('drops an answer that comes after the desk went on typing, and keeps showing that it is not up to date', async () => {
    store.change({ answer: 'first' });
    const early = await nextAsked();
    store.change({ requests: 'zhao' });
    early.answer('li');
    await settle();
    expect(store.proposal()).toBeNull();
    expect(store.asking()).toBe(true);
  });

  it('confirms exactly the receiver it showed, then stands empty for the next arrival', async () => {
    store.change({ answer: 'first', name: '何先生' });
    await see('zhao');
    await store.confirm();
    expect(writes).toEqual([{ path: '/arrivals', body: expect.objectContaining({ name: '何先生', expectedReceiver: 'zhao' }) }]);
    expect(store.isEmpty()).toBe(true);
    expect(store.confirmed()?.visit.id).toBe('v1');
  });

  it('asks at once when Enter comes before the answer, and confirms only the same receiver', async () => {
    store.change({ answer: 'first' });
    await see('zhao');
    store.change({ partySize: 3 });
    const confirming = store.confirm();
    await settle();
    lastAsked().answer('zhao');
    await confirming;
    expect(writes).toHaveLength(1);
  });

  it('confirms nothing when the receiver is another one by then, and lets the desk look again', async () => {
    store.change({ answer: 'first' });
    await see('zhao');
    store.change({ partySize: 3 });
    const confirming = store.confirm();
    await settle();
    lastAsked().answer('wang');
    await confirming;
    expect(writes).toHaveLength(0);
    expect(store.moved()).toBe(true);
    expect(store.proposal()?.decision.chosen).toBe('wang');
  });

  it('proposes again when the server says the line moved', async () => {
    store.change({ answer: 'first', name: '何先生' });
    await see('zhao');
    refusal = new ApiProblem('line_moved', 409, '', '');
    const confirming = store.confirm();
    await settle();
    lastAsked().answer('wang');
    await confirming;
    expect(store.moved()).toBe(true);
    expect(store.confirmProblem()).toBeNull();
    expect(store.draft().name).toBe('何先生');
  });

  it('keeps everything typed when the write fails', async () => {
    store.change({ answer: 'before', named: ['li'], phone: '13800138000' });
    await see('li');
    refusal = new ApiProblem('network', 0, '', '');
    await store.confirm();
    expect(store.confirmProblem()?.code).toBe('network');
    expect(store.draft()).toMatchObject({ named: ['li'], phone: '13800138000' });
    refusal = null;
    await store.confirm();
    expect(store.isEmpty()).toBe(true);
  });

  it('brings the draft back when the arrival is taken back before the next one begins', async () => {
    store.change({ answer: 'first', name: '何先生' });
    await see('zhao');
    await store.confirm();
    await store.undo('v1');
    expect(store.draft().name).toBe('何先生');
    expect(store.confirmed()).toBeNull();
  });

  it('stands clean for the next person at the tablet', async () => {
    store.change({ answer: 'first', phone: '13800138000' });
    person.set({ id: 'other' });
    TestBed.tick();
    expect(store.isEmpty()).toBe(true);
  });
});
