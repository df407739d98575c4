import { officeAuditKinds, registerQuery, trailQuery } from './audit-filter';

describe('what the address asks of the audit', () => {
  it('goes to the api as far as it means something', () => {
    const person = '00000000-0000-4000-8000-000000000001';
    expect(trailQuery({ kind: 'phone_seen', person, from: '2026-11-01', to: '2026-11-21' })).toEqual({ kind: 'phone_seen', person, from: '2026-11-01', to: '2026-11-21' });
    expect(trailQuery({ kind: 'visit', person: 'x', from: 'yesterday', to: '' })).toEqual({});
    expect(registerQuery({ kind: 'visit', person })).toEqual({ kind: 'visit' });
    expect(registerQuery({ kind: 'phone_seen' })).toEqual({});
  });

  it('offers no kind that belongs to no office', () => {
    expect(officeAuditKinds).toContain('phone_seen');
    expect(officeAuditKinds.filter((kind) => kind.startsWith('demo_'))).toEqual([]);
  });
});
