import { jest } from '@jest/globals';
import type { MyReception, VisitForm } from '@lunjie/contracts';
import { ApiProblem } from '../shared/api/api-problem';
import { FormSaving } from './form-saving';

describe('a form that saves itself', () => {
  let sent: VisitForm[];
  let onServer: VisitForm;
  let failure: ApiProblem | null;
  let held: (() => void) | null;
  let hold: boolean;
  let form: FormSaving;

  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    onServer = {};
    failure = null;
    held = null;
    hold = false;
    form = new FormSaving(async (edits) => {
      sent.push(edits);
      if (hold) await new Promise<void>((go) => (held = go));
      if (failure) throw failure;
      onServer = { ...onServer, ...edits };
      return { form: onServer } as unknown as MyReception;
    });
  });

  afterEach(() => jest.useRealTimers());

  const quiet = (ms = 800) => jest.advanceTimersByTimeAsync(ms);

  it('sends only what changed, once the typing pauses', async () => {
    form.change('name', '何');
    form.change('name', '何先生');
    expect(form.state()).toBe('unsaved');
    await quiet();
    expect(sent).toEqual([{ name: '何先生' }]);
    expect(form.state()).toBe('saved');
    expect(form.value('name', {})).toBe('何先生');
  });

  it('keeps what was typed when the network is gone, and tries again by itself', async () => {
    failure = new ApiProblem('network', 0, '', '');
    form.change('remark', '想看样板间');
    await quiet();
    expect(form.state()).toBe('failed');
    expect(form.value('remark', { remark: '旧的' })).toBe('想看样板间');
    failure = null;
    await quiet(5_000);
    expect(form.state()).toBe('saved');
    expect(sent).toHaveLength(2);
  });

  it('keeps what was refused but does not ask again until it is changed', async () => {
    failure = new ApiProblem('invalid_request', 422, '', '');
    form.change('phone', '12');
    await quiet();
    await quiet(60_000);
    expect(sent).toHaveLength(1);
    expect(form.typed('phone')).toBe('12');
    failure = null;
    form.change('phone', '13800138000');
    await quiet();
    expect(form.state()).toBe('saved');
  });

  it('sends a field again that changed while it was on its way', async () => {
    hold = true;
    form.change('name', '何');
    await quiet();
    form.change('name', '何先生');
    hold = false;
    held?.();
    await quiet();
    expect(sent.map(({ name }) => name)).toEqual(['何', '何先生']);
    expect(form.value('name', {})).toBe('何先生');
  });

  it('is flushed at once before the reception ends, and says when it could not be', async () => {
    form.change('grade', 'A');
    expect(await form.flush()).toBe(true);
    expect(sent).toHaveLength(1);
    failure = new ApiProblem('network', 0, '', '');
    form.change('grade', 'B');
    expect(await form.flush()).toBe(false);
    form.stop();
  });
});
