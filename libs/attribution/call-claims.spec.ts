import { givenByCall, type AnsweredCall } from './call-claims';

const call = (given: Partial<AnsweredCall> = {}): AnsweredCall => ({ ownership: 'receiver', owner: null, preferred: null, wished: null, receiver: 'li', isComplete: true, ...given });
const rules = (kind: 'none' | 'preference' | 'claim', incomplete: 'void' | 'pending' = 'pending') => ({ creates_claim_for: { call: kind }, incomplete });

describe('what a call gives (P46, P48)', () => {
  it.each([
    ['nothing where calls give nothing (D12)', call(), rules('none'), 'none', null],
    ['the customer to who answered', call(), rules('claim'), 'claim', 'li'],
    ['a preference to who answered', call(), rules('preference'), 'preference', 'li'],
    ['a preference to who took the first call', call({ preferred: 'wang' }), rules('preference'), 'preference', 'wang'],
    ['a preference to whom the caller asks for', call({ preferred: 'wang', wished: 'zhao', ownership: 'named' }), rules('preference'), 'preference', 'zhao'],
    ['the customer to whom they asked for though another took the message', call({ wished: 'zhao', ownership: 'named' }), rules('claim'), 'claim', 'zhao'],
    ['nothing where the owner keeps them', call({ owner: 'wang', ownership: 'keep' }), rules('claim'), 'kept', 'wang'],
    ['nothing against an owner where calls give no more than a preference', call({ owner: 'wang' }), rules('preference'), 'kept', 'wang'],
    ['the customer of another where the row moves them', call({ owner: 'wang' }), rules('claim'), 'claim', 'li'],
    ['nothing where the sheet lacks something and that is void', call({ isComplete: false }), rules('claim', 'void'), 'void', null],
    ['the customer where what is missing may come later', call({ isComplete: false }), rules('claim'), 'claim', 'li'],
    ['nothing where nobody took it', call({ receiver: null }), rules('claim'), 'none', null],
    ['nothing where the row says so', call({ ownership: 'none' }), rules('claim'), 'none', null],
  ] as const)('gives %s', (_, answered, register, gives, agent) => {
    expect(givenByCall(answered, register)).toEqual({ gives, agent });
  });
});
