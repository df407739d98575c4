import { afterDigit, canBeLookedUp, emptyDraft, requestOf, requestWhileTyping, type ArrivalDraft } from './arrival-draft';

const agents = [{ id: 'li' }, { id: 'zhao' }, { id: 'wang' }];
const saying = (patch: Partial<ArrivalDraft>): ArrivalDraft => ({ ...emptyDraft, ...patch });

describe('requestOf', () => {
  it('asks for nothing before the mandatory question is answered', () => {
    expect(requestOf(saying({ phone: '13800138000', partySize: 2 }))).toBeNull();
  });

  it.each([
    ['first', { firstVisit: 'yes', earlierContact: 'none' }],
    ['before', { firstVisit: 'no', earlierContact: 'visit' }],
    ['phoned', { firstVisit: 'yes', earlierContact: 'phone' }],
    ['unsure', { firstVisit: 'unclear', earlierContact: 'not_said' }],
    ['survey', { firstVisit: 'unclear', earlierContact: 'not_said', purpose: 'market_survey' }],
    ['seeking', { firstVisit: 'unclear', earlierContact: 'not_said', purpose: 'directions' }],
  ] as const)('says %s with one tap', (answer, says) => {
    expect(requestOf(saying({ answer }))?.says).toEqual(says);
  });

  it('keeps the spoken order of the agents named', () => {
    expect(requestOf(saying({ answer: 'before', named: ['wang', 'li'] }))?.says.named).toEqual(['wang', 'li']);
  });

  it('sends a forgotten name instead of names', () => {
    const says = requestOf(saying({ answer: 'before', forgotName: true, named: ['li'] }))?.says;
    expect(says).toEqual({ firstVisit: 'no', earlierContact: 'visit', forgotName: true });
  });

  it('tells asking for somebody from refusing somebody and from complaining', () => {
    const says = requestOf(saying({ answer: 'before', requests: 'zhao', refuses: ['li'], complainsAbout: 'li' }))?.says;
    expect(says).toMatchObject({ requests: 'zhao', refuses: ['li'], complainsAbout: 'li' });
  });

  it('leaves out what the chosen answer does not ask, though it was filled in under another', () => {
    const full = saying({ named: ['li'], refuses: ['li'], complainsAbout: 'li', phone: '13800138000', unitsWanted: 3, customerOf: 'li' });
    expect(requestOf({ ...full, answer: 'first' })?.says).toEqual({ firstVisit: 'yes', earlierContact: 'none', unitsWanted: 3 });
    expect(requestOf({ ...full, answer: 'before' })?.broughtBy).toBeNull();
    expect(requestOf({ ...full, answer: 'seeking', seeking: 'looking_for_staff' })).toEqual({
      channel: 'visit', says: { firstVisit: 'unclear', earlierContact: 'not_said', purpose: 'looking_for_staff' },
      name: null, phone: null, partySize: null, broughtBy: null, escortedBy: null,
    });
  });

  it('names who brought the visitor: customers by id, or the agent they speak of', () => {
    const broughtBy = [{ id: 'c1', label: '林女士' }, { id: 'c2', label: '郭先生' }];
    expect(requestOf(saying({ answer: 'first', broughtBy }))?.broughtBy).toEqual({ customers: ['c1', 'c2'] });
    expect(requestOf(saying({ answer: 'first', customerOf: 'zhao' }))?.broughtBy).toEqual({ customerOf: 'zhao' });
  });
});

describe('a number being typed', () => {
  it('is looked up once it is whole', () => {
    expect(canBeLookedUp('138 0013 800')).toBe(false);
    expect(canBeLookedUp('138 0013 8000')).toBe(true);
    expect(canBeLookedUp('+852 5123 4567')).toBe(true);
  });

  it('is left out of the proposal until then, and sent as typed at the confirmation', () => {
    const draft = saying({ answer: 'first', phone: '1380013' });
    expect(requestWhileTyping(draft)?.phone).toBeNull();
    expect(requestOf(draft)?.phone).toBe('1380013');
  });
});

describe('digit keys', () => {
  it('answer the first question, then name agents in spoken order', () => {
    let draft = afterDigit(emptyDraft, 2, agents);
    expect(draft.answer).toBe('before');
    draft = afterDigit(afterDigit(draft, 3, agents), 1, agents);
    expect(draft.named).toEqual(['wang', 'li']);
    expect(afterDigit(draft, 3, agents).named).toEqual(['li']);
  });

  it('say 忘记了 with 0, which takes the names back', () => {
    expect(afterDigit(saying({ answer: 'before', named: ['li'] }), 0, agents)).toMatchObject({ forgotName: true, named: [] });
  });

  it('do nothing where nothing is numbered', () => {
    expect(afterDigit(emptyDraft, 9, agents)).toBe(emptyDraft);
    const first = saying({ answer: 'first' });
    expect(afterDigit(first, 1, agents)).toBe(first);
  });
});
