import { isSamePerson, labelOf, namesContradict, phoneForm, reasonsOf, theSame, type Candidate } from './index';

const said = (name: string) => ({ name, pinyin: name });
const customer = (name: string, given: Partial<Candidate> = {}): Candidate => ({ id: name, ...said(name), samePhone: false, createdAt: 1, ...given });

describe('who a visitor is taken for (P40)', () => {
  const samePhone = customer('孙明', { samePhone: true });
  const sameName = customer('孙明');

  it.each([
    ['phone', '周洁', samePhone, true],
    ['phone', '孙明', sameName, false],
    ['name_and_phone', '孙明', samePhone, true],
    ['name_and_phone', '周洁', samePhone, false],
    ['name_and_phone', '孙明', sameName, false],
    ['name_or_phone', '周洁', samePhone, true],
    ['name_or_phone', '孙明', sameName, true],
    ['name_or_phone', '周洁', sameName, false],
    ['id', '周洁', samePhone, true],
    ['face', '孙明', sameName, false],
  ] as const)('by %s: %s', (keys, name, candidate, is) => {
    expect(isSamePerson(keys, said(name), candidate)).toBe(is);
  });

  it('takes a surname or no name at all for no contradiction', () => {
    expect(['', '孙', '孙先生'].map((name) => isSamePerson('name_and_phone', said(name), samePhone))).toEqual([true, true, true]);
    expect([namesContradict('孙先生', '周洁'), namesContradict('孙女士', '孙先生')]).toEqual([true, false]);
    expect(namesContradict('孙明', '孙洁')).toBe(true);
  });

  it('never takes a surname for a name', () => {
    expect(isSamePerson('name_or_phone', said('孙先生'), customer('孙先生'))).toBe(false);
  });

  it('believes the phone before the name, and the earlier registration before the later', () => {
    const namesake = customer('孙明', { id: 'namesake', createdAt: 1 });
    const late = customer('周洁', { id: 'late', samePhone: true, createdAt: 3 });
    const early = customer('周洁', { id: 'early', samePhone: true, createdAt: 2 });
    expect(theSame('name_or_phone', said('孙明'), [namesake, late, early])?.id).toBe('early');
    expect(theSame('name_and_phone', said('孙明'), [namesake, late, early])).toBeNull();
    const nameToo = customer('孙明', { id: 'both', samePhone: true, createdAt: 9 });
    expect(theSame('phone', said('孙明'), [early, nameToo])?.id).toBe('both');
  });
});

describe('what speaks for a match', () => {
  it('tells the same phone under another name from the same person', () => {
    expect(reasonsOf('name_and_phone', said('周洁'), customer('孙明', { samePhone: true }))).toEqual(['same_phone_other_name']);
    expect(reasonsOf('phone', said('周洁'), customer('孙明', { samePhone: true }))).toEqual(['same_person', 'same_phone_other_name']);
    expect(reasonsOf('phone', said('孙明'), customer('孙明', { samePhone: true }))).toEqual(['same_person', 'same_phone', 'same_name']);
  });

  it('points at names that only sound the same', () => {
    expect(reasonsOf('phone', { name: '章敏', pinyin: 'zhangmin' }, customer('张敏', { pinyin: 'zhangmin' }))).toEqual(['same_pinyin']);
    expect(reasonsOf('phone', said('周洁'), customer('孙明'))).toEqual([]);
  });
});

describe('a phone as far as the office compares it (P41)', () => {
  it('counts a Chinese number from the operator on, another from its country', () => {
    expect(phoneForm('+8613812345678', 'full')).toBe('+8613812345678');
    expect(phoneForm('+8613812345678', 'first3_last4')).toBe(phoneForm('+8613899995678', 'first3_last4'));
    expect(phoneForm('+8613812345678', 'first4_last3')).not.toBe(phoneForm('+8613899995678', 'first4_last3'));
    expect(phoneForm('+6591234567', 'first3_last4')).not.toBe(phoneForm('+8613812344567', 'first3_last4'));
  });
});

describe('what open screens show', () => {
  it('is surname and title', () => {
    expect(['孙明', '欧阳震华', '孙先生', '', 'Mary Jane Watson'].map((name) => labelOf(name))).toEqual(['孙*', '欧阳*', '孙先生', '', 'Watson']);
    expect(labelOf('孙明', 'female')).toBe('孙女士');
  });
});
