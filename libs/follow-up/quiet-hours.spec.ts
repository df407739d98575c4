import { overdueOutside } from './index';

const iso = (at: number): string => new Date(at).toISOString();

describe('a follow-up and the hours in which customers are left in peace', () => {
  it('becomes overdue when they are over, and at the end of its day where they lie elsewhere or the office sets none', () => {
    expect([overdueOutside('Asia/Shanghai', '2025-05-19', { from: '21:00', until: '09:00' }), overdueOutside('Asia/Shanghai', '2025-05-19', null), overdueOutside('Asia/Shanghai', '2025-05-19', { from: '12:00', until: '14:00' })].map(iso))
      .toEqual(['2025-05-20T01:00:00.000Z', '2025-05-19T16:00:00.000Z', '2025-05-19T16:00:00.000Z']);
  });
});
