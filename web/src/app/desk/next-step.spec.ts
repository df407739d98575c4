import type { WaitingParty } from '@lunjie/contracts';
import { emptyDraft } from './arrival/arrival-draft';
import { nextStepOf } from './next-step';

const party = (visit: string, since: number, receiver: string | null): WaitingParty => ({
  visit, since, customerLabel: '何*', partySize: null, waitsFor: null, hasContact: false, canBeReceivedBy: receiver === null ? null : { id: receiver, name: receiver },
});

describe('the desk\'s next step', () => {
  it('opens the day, and does nothing once it is over', () => {
    expect(nextStepOf({ day: 'not_opened', waiting: [] }, emptyDraft)).toEqual({ kind: 'open_day' });
    expect(nextStepOf({ day: 'closed', waiting: [] }, emptyDraft)).toBeNull();
  });

  it('finishes the arrival that was begun before anything else', () => {
    const waiting = [party('one', 1, 'zhao')];
    expect(nextStepOf({ day: 'open', waiting }, { ...emptyDraft, answer: 'first' })).toEqual({ kind: 'confirm' });
    expect(nextStepOf({ day: 'open', waiting }, { ...emptyDraft, name: '何' })).toEqual({ kind: 'ask' });
  });

  it('lets who has waited longest be received, as soon as somebody can', () => {
    const waiting = [party('late', 9, 'zhao'), party('first', 1, null), party('second', 5, 'li')];
    expect(nextStepOf({ day: 'open', waiting }, emptyDraft)).toEqual({ kind: 'assign', visit: 'second', receiver: 'li' });
    expect(nextStepOf({ day: 'open', waiting: [party('first', 1, null)] }, emptyDraft)).toEqual({ kind: 'ask' });
  });
});
