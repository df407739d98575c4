import type { RequestMay, Role } from '@lunjie/contracts';
import { workingCalendar } from '@lunjie/follow-up';
import { presets } from '@lunjie/policy';
import { dueOf, mayOf, mayRead, mayReadWords, promiseOf, stepOf, tellNext, type Seen } from './index';

const values = presets.standard.values.requests;
/** 09:00 to 18:00, Sundays free, the Monday after too. */
const calendar = workingCalendar({ restDays: [7], opens: '09:00', closes: '18:00', holidays: [{ date: '2026-11-23', kind: 'closed' }] });
const at = (date: string, hours: number, minutes = 0) => ({ date, minute: hours * 60 + minutes });
const saturday = at('2026-11-21', 17, 30);

describe('what is to be done about a request, and until when', () => {
  it.each([
    ['simple enquiry', 'enquiry', 'simple', at('2026-11-24', 10, 30)],
    ['complex enquiry', 'enquiry', 'complex', at('2026-11-26', 14, 30)],
    ['simple complaint', 'complaint', 'simple', at('2026-11-24', 10, 30)],
    // Two working days are less than 24 hours of nine a day: the earlier binds.
    ['complex complaint', 'complaint', 'complex', at('2026-11-25', 17, 30)],
  ] as const)('promises the answer to a %s in working time, over a Sunday and a day of rest', (_, kind, complexity, until) => {
    expect(promiseOf(calendar, saturday, { class: kind, complexity }, values)).toEqual(until);
  });

  it('never lets an investigation last longer than the promise', () => {
    const far = at('2026-11-25', 17, 30);
    expect(dueOf(calendar, saturday, 'investigate', far, values)).toEqual(at('2026-11-24', 17, 30));
    expect(dueOf(calendar, saturday, 'investigate', saturday, values)).toEqual(saturday);
    expect(dueOf(calendar, saturday, 'answer', far, values)).toEqual(far);
    expect(dueOf(calendar, saturday, 'closed', far, values)).toBeNull();
  });

  it('tells one after the other as the policy orders them, and then nobody', () => {
    expect(tellNext(calendar, saturday, 0, values)).toEqual({ told: 'owner', nextAt: at('2026-11-24', 10, 30) });
    expect(tellNext(calendar, saturday, 2, values)).toEqual({ told: 'manager', nextAt: null });
    expect(tellNext(calendar, saturday, 3, values)).toBeNull();
    expect(tellNext(calendar, saturday, 0, { ...values, told: ['manager'] })).toEqual({ told: 'manager', nextAt: null });
  });

  it('leads a complaint through every step and everything else straight to its answer', () => {
    const begun = { class: 'complaint', investigated: false, answered: false, callBack: true, calledBack: false, upheld: null } as const;
    const steps = [begun, { ...begun, investigated: true }, { ...begun, investigated: true, answered: true }, { ...begun, investigated: true, answered: true, calledBack: true },
      { ...begun, investigated: true, answered: true, calledBack: true, upheld: false }].map(stepOf);
    expect(steps).toEqual(['investigate', 'answer', 'call_back', 'rule', 'closed']);
    expect([stepOf({ ...begun, class: 'help', callBack: false }), stepOf({ ...begun, class: 'praise', callBack: false }), stepOf({ ...begun, investigated: true, upheld: true })]).toEqual(['answer', 'closed', 'answer']);
  });
});

describe('whose a request is', () => {
  const complaint: Seen = { class: 'complaint', step: 'investigate', takenBy: 'desk', owner: 'li', about: 'wang', investigated: false, upheld: null, hasPhone: true, praised: null };
  const reader = (id: string, ...roles: Role[]) => ({ id, roles });

  it.each<[string, ReturnType<typeof reader>, boolean, boolean, readonly RequestMay[]]>([
    ['its owner', reader('li', 'agent'), true, true, ['investigate', 'hand_on', 'see_phone']],
    ['the desk that took it', reader('desk', 'desk'), true, true, ['see_phone']],
    ['another desk', reader('desk2', 'desk'), true, false, []],
    ['another agent', reader('zhao', 'agent'), false, false, []],
    ['whom it is about, though they manage', reader('wang', 'manager'), false, false, []],
    ['a manager', reader('boss', 'manager'), true, true, ['hand_on', 'see_phone']],
    ['an auditor', reader('audit', 'auditor'), true, true, []],
  ])('%s', (_, who, reads, words, may) => {
    expect([mayRead(who, complaint), mayReadWords(who, complaint), mayOf(who, complaint, values)]).toEqual([reads, words, may]);
  });

  it('is ruled on by whom the policy names, once it was investigated', () => {
    const looked: Seen = { ...complaint, step: 'answer', investigated: true };
    expect([mayOf(reader('boss', 'manager'), looked, values), mayOf(reader('sup', 'supervisor'), looked, values)].map((may) => may.includes('rule'))).toEqual([true, false]);
    expect(mayOf(reader('sup', 'supervisor'), looked, { ...values, ruled_by: ['supervisor'] })).toContain('rule');
    expect(mayOf(reader('boss', 'manager'), { ...looked, upheld: true }, values)).not.toContain('rule');
  });

  it('is, where it is praise, given to an agent by the desk or who manages, once', () => {
    const praise: Seen = { ...complaint, class: 'praise', step: 'closed', about: null };
    const names = (seen: Seen) => (['desk', 'supervisor', 'manager', 'agent', 'finance', 'admin', 'auditor'] as const).filter((role) => mayOf(reader('one', role), seen, values).includes('praise'));
    expect([names(praise), names({ ...praise, praised: 'wang' }), names({ ...praise, class: 'suggestion' })]).toEqual([['desk', 'supervisor', 'manager'], [], []]);
  });
});
