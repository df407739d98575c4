import { auditKinds, auditKindText, registerKinds, registerKindText } from './index';

const kinds = [
  ...auditKinds.map((kind) => ['audit', kind, auditKindText(kind, 'zh'), auditKindText(kind, 'en')] as const),
  ...registerKinds.map((kind) => ['register', kind, registerKindText(kind, 'zh'), registerKindText(kind, 'en')] as const),
];

describe('what is recorded and entered', () => {
  // The api can write no other kind: `Audit.record` and `Register.append` take only these.
  it.each(kinds)('%s: %s is said in both languages', (_, kind, zh, en) => {
    expect(kind).toMatch(/^[a-z_]{3,40}$/);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
  });

  it('is told by its code where a newer server wrote it', () => {
    expect([auditKindText('newer', 'zh'), registerKindText('newer', 'en')]).toEqual(['newer', 'newer']);
  });
});
