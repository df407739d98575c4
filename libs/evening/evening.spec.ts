import { eveningFigures, isPlanOver, meetingRefusal, periodStart } from '.';

describe('the evening meeting', () => {
  it('counts the day and each agent: who came new, who came back, what counted', () => {
    const figures = eveningFigures({
      arrivals: [
        { receiver: 'li', counts: true, newCustomer: true }, { receiver: 'wang', counts: true, newCustomer: true },
        { receiver: 'wang', counts: false, newCustomer: false }, { receiver: null, counts: false, newCustomer: false },
      ],
      calls: [{ answeredBy: 'chen' }, { answeredBy: null }], deals: [{ kind: 'soft_deposit' }, { kind: 'soft_deposit' }, { kind: 'firm_deposit' }], minutes: 2,
    });
    expect(figures).toEqual({
      arrivals: 4, received: 3, counted: 2, newCustomers: 2, returning: 1, calls: 2, minutes: 2, deals: { soft_deposit: 2, firm_deposit: 1 },
      agents: [
        { agent: 'wang', received: 2, counted: 1, newCustomers: 1, returning: 1, calls: 0 }, { agent: 'li', received: 1, counted: 1, newCustomers: 1, returning: 0, calls: 0 },
        { agent: 'chen', received: 0, counted: 0, newCustomers: 0, returning: 0, calls: 1 },
      ],
    });
  });

  it('is of a day that was opened and is not over with', () => {
    const day = { date: '2026-11-21', today: '2026-11-22', wasOpened: true, isClosed: false };
    expect([meetingRefusal(day), meetingRefusal({ ...day, isClosed: true }), meetingRefusal({ ...day, date: '2026-11-23' }), meetingRefusal({ ...day, wasOpened: false })])
      .toEqual([null, 'evening_already_closed', 'evening_not_yet', 'evening_no_day']);
  });

  it('keeps plans of a week under its Monday, across months and years', () => {
    expect(['2026-11-22', '2026-11-23', '2027-01-01', '2026-03-01'].map((date) => periodStart('week', date))).toEqual(['2026-11-16', '2026-11-23', '2026-12-28', '2026-02-23']);
    expect(periodStart('day', '2026-11-22')).toBe('2026-11-22');
  });

  it('takes no plan for what is over', () => {
    expect([isPlanOver('day', '2026-11-21', '2026-11-22'), isPlanOver('week', '2026-11-16', '2026-11-22'), isPlanOver('week', '2026-11-15', '2026-11-22'), isPlanOver('day', '2026-11-22', '2026-11-22')]).toEqual([true, false, true, false]);
  });
});
