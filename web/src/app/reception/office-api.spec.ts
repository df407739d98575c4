import { TestBed } from '@angular/core/testing';
import { ApiClient } from '../shared/api/api-client';
import { ApiProblem } from '../shared/api/api-problem';
import { Session } from '../shared/session/session';
import { OfficeApi } from './office-api';

describe('OfficeApi', () => {
  let keys: string[];
  let failure: ApiProblem | null;
  let api: OfficeApi;

  beforeEach(() => {
    keys = [];
    failure = null;
    const post = async (path: string, _: object, { key }: { key: string }) => {
      keys.push(`${path} ${key}`);
      if (failure) throw failure;
      return {};
    };
    TestBed.configureTestingModule({
      providers: [{ provide: ApiClient, useValue: { post } }, { provide: Session, useValue: { office: () => ({ officeId: 'o1' }) } }],
    });
    api = TestBed.inject(OfficeApi);
  });

  it('speaks to the office the person stands in', async () => {
    await api.post('/day/open');
    expect(keys[0]).toMatch(/^\/offices\/o1\/day\/open /);
  });

  it('keeps the key of an act that got no answer, so that a second press is the same act', async () => {
    failure = new ApiProblem('network', 0, '', '');
    await expect(api.post('/arrivals', { name: '何先生' })).rejects.toBe(failure);
    failure = null;
    await api.post('/arrivals', { name: '何先生' });
    expect(keys[1]).toBe(keys[0]);
  });

  it('takes a new key once the act was answered, by success or by refusal', async () => {
    failure = new ApiProblem('line_moved', 409, '', '');
    await expect(api.post('/arrivals', { name: '何先生' })).rejects.toBe(failure);
    failure = null;
    await api.post('/arrivals', { name: '何先生' });
    await api.post('/arrivals', { name: '何先生' });
    expect(new Set(keys).size).toBe(3);
  });
});
