import { jest } from '@jest/globals';
import { pageActs } from './acts';
import { ApiProblem } from './api-problem';

const lineMoved = new ApiProblem('line_moved', 409, 'The line moved', '');

describe('acts of a page', () => {
  it('answers what the act answered, is busy until it was read again, and then is not', async () => {
    let read: () => void = () => undefined;
    const acts = pageActs(() => new Promise<void>((resolve) => { read = resolve; }));
    const answer = acts.answer(() => Promise.resolve({ id: 'd1' }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(acts.busy()).toBe(true);
    read();
    await expect(answer).resolves.toEqual({ id: 'd1' });
    expect(acts.busy()).toBe(false);
    expect(acts.problem()).toBeNull();
  });

  it('does not wait for a reading that answers nothing', async () => {
    const acts = pageActs(() => void new Promise(() => undefined));
    await expect(acts.happens(() => Promise.resolve())).resolves.toBe(true);
    expect(acts.busy()).toBe(false);
  });

  it('says why an act was refused, reads again all the same, and forgets it with the next act', async () => {
    const read = jest.fn();
    const acts = pageActs(read);
    await expect(acts.happens(() => Promise.reject(lineMoved))).resolves.toBe(false);
    await expect(acts.answer(() => Promise.reject(lineMoved))).resolves.toBeNull();
    expect(acts.problem()).toBe(lineMoved);
    expect(read).toHaveBeenCalledTimes(2);
    const second = acts.happens(() => Promise.resolve(false));
    expect(acts.problem()).toBeNull();
    await expect(second).resolves.toBe(true);
  });

  it('reads nothing again for what only asks, and says why it could not be read', async () => {
    const read = jest.fn();
    const acts = pageActs(read);
    await expect(acts.fetched(() => Promise.resolve(3))).resolves.toBe(3);
    await expect(acts.fetched(() => Promise.reject(lineMoved))).resolves.toBeNull();
    expect(acts.problem()).toBe(lineMoved);
    expect(read).not.toHaveBeenCalled();
  });

  it('tells a problem it is given, whatever was thrown, and takes it away', () => {
    const acts = pageActs();
    acts.tell(new Error('no'));
    expect(acts.problem()?.code).toBe('unreadable');
    acts.tell(null);
    expect(acts.problem()).toBeNull();
  });
});
