import type { Language } from '@lunjie/contracts';
import { clauseOf, layOver, ownershipSentence, penaltySentence, presetIds, presets, rulesInWords, sentenceOf, valueGroups, valueWords, type Field, type OwnershipRow, type ReceptionRow } from '../index';

/** Every text below a place, with the place it stands at. */
function textsIn(value: unknown, path: string): readonly (readonly [string, Readonly<Record<Language, string>>])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value && typeof value.zh === 'string') return [[path, value as Readonly<Record<Language, string>>]];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`));
}

const row = (given: Partial<ReceptionRow>): ReceptionRow =>
  ({ id: 'r', clause: '§1', class: 'new', when: {}, receiver: ['turn_holder'], counts: 'yes', mode: 'none', ownership: 'receiver', busy: 'pass', ...given });

describe('the words of the rules', () => {
  it.each(Object.entries(valueGroups))('say every value of %s in both languages, and what it decides', (id, group) => {
    const words = valueWords[id as keyof typeof valueGroups] as Record<string, { readonly label: object; readonly help: Record<Language, string>; readonly options?: object }>;
    expect(Object.keys(words).sort()).toEqual(Object.keys(group).sort());
    for (const [name, field] of Object.entries<Field>(group)) {
      expect(words[name]?.help.zh.length).toBeGreaterThan(3);
      if ('options' in field) expect(Object.keys(words[name]?.options ?? {}).sort()).toEqual([...field.options].sort());
    }
  });

  it('use Chinese where Chinese is asked for, and none in English', () => {
    for (const [path, { zh, en }] of textsIn(valueWords, '')) {
      expect([path, zh]).toEqual([path, expect.stringMatching(/\p{Script=Han}|^[A-D%]$|\d/u)]);
      expect([path, en]).toEqual([path, expect.not.stringMatching(/\p{Script=Han}|^$/u)]);
    }
  });

  it.each<[string, Partial<ReceptionRow>, string, string]>([
    ['a request', { when: { requested: 'other', owner: 'valid' }, receiver: ['requested'], counts: 'no', mode: 'designated' },
      '当客户指定其他顾问且原顾问的建档有效 → 客户指定的顾问接待，不计次（指定接待）；客户归接待的顾问',
      'When the customer asks for another agent and the owner\'s file is valid → the agent they ask for receives, does not count (requested agent); the customer becomes the receiver\'s'],
    ['alternatives', { when: { purpose: ['directions', 'looking_for_staff'] }, receiver: [], counts: 'no', ownership: 'none' },
      '当来人问路或来人找人 → 不需安排接待；不产生归属', 'When the visitor asks the way or the visitor looks for somebody → nobody receives; nobody becomes the owner'],
    ['a number and a wait', { when: { units_wanted: { at_least: 3 }, owner_presence: { not: ['none', 'absent'] } }, receiver: ['owner', 'turn_holder'], counts: 'if_due', mode: 'owner_return', ownership: 'keep', busy: 'wait' },
      '当想要套数 3 套及以上且（并非没有原顾问或原顾问不在场） → 原顾问，其次轮到的顾问接待，忙时客户等候，轮到时才计次（原顾问接待）；客户归属不变',
      'When units wanted: 3 or more and (it is not so that there is no owner or the owner is not here) → the owner, else whoever is up receives, if busy, the customer waits, counts only if it is their turn (owner receives); ownership stays as it is'],
    ['the last word', {}, '其他任何情形 → 轮到的顾问接待，计次；客户归接待的顾问', 'In every other case → whoever is up receives, counts; the customer becomes the receiver\'s'],
  ])('read %s as a sentence', (_, given, zh, en) => {
    expect([sentenceOf(row(given), 'zh'), sentenceOf(row(given), 'en')]).toEqual([zh, en]);
  });

  it('say a number that is missing', () => {
    expect(clauseOf('days_since_contact', { is_null: true }, 'zh')).toBe('没有登记过这位客户');
    expect(clauseOf('party_size', { is_null: false, at_most: 2 }, 'en')).toBe('the party\'s size is entered and party size: 2 or fewer');
  });

  it('read shares and penalties', () => {
    const [slip] = presets['call-rules'].tables.penalties;
    expect(slip && [penaltySentence(slip, 'zh'), penaltySentence(slip, 'en')]).toEqual(['过失单，第 3 次起 → 停接 1 周，降级或劝退', 'Fault slip, from the third time on → suspended for 1 week, demotion or asked to leave']);
    const shares: OwnershipRow = {
      id: 'o', clause: '§', when: { assisted: 'yes', closed: ['on_the_spot', 'same_day'] }, owner: 'owner', approval: 'supervisor',
      credit: [{ payee: 'owner', percent: 100 }], shares: [{ payee: 'owner', percent: 60, from: 60, to: 70 }, { payee: 'assistant', percent: 40 }],
    };
    expect(ownershipSentence(shares, 'zh')).toBe('当归属顾问不在时由他人协助接待且（接待当场成交或接待当日成交） → 客户归属不变；业绩：归属顾问；提成：归属顾问 60%（可协商 60%–70%）、协助的顾问 40%；须销售主管批准');
    expect(ownershipSentence({ ...shares, when: {}, owner: 'none', approval: 'none' }, 'en')).toBe('In every other case → the customer is nobody\'s; credit: the owner; commission: the owner 60% (60%–70% by agreement), the assistant 40%');
  });

  it.each(presetIds.flatMap((id) => (['zh', 'en'] as const).map((language) => [id, language] as const)))('put the whole of %s into %s, each statement with its place and source', (id, language) => {
    const statements = rulesInWords(presets[id], language).flatMap((section) => section.statements);
    const values = Object.entries(valueGroups).flatMap(([group, fields]) => Object.keys(fields).map((name) => `/values/${group}/${name}`));
    expect(statements.map(({ path }) => path)).toEqual(expect.arrayContaining(values));
    expect(statements).toHaveLength(values.length + presets[id].tables.reception.length + presets[id].tables.ownership.length + presets[id].tables.penalties.length);
    for (const { text, source } of statements) expect([text, source]).toEqual([expect.not.stringMatching(/^$|undefined|_|\[object/), expect.stringMatching(/./)]);
    if (language === 'en') for (const { text, label } of statements) expect(`${label ?? ''} ${text}`).not.toMatch(/\p{Script=Han}/u);
  });

  it('show what an office wrote where nobody has words for it', () => {
    const policy = layOver(presets.standard, { id: 'x', name: { zh: '甲', en: 'x' }, values: { rotation: { queues: [{ id: 'all', channels: ['visit', 'call', 'online'] }], claim_window: { amount: 30, unit: 'second' } } } });
    const rotation = rulesInWords(policy, 'zh').find(({ id }) => id === 'rotation')?.statements;
    expect(rotation?.find(({ path }) => path.endsWith('/queues'))).toEqual({ path: '/values/rotation/queues', label: '轮序', text: '名称：all，渠道：到访、来电、线上', source: 'P03 · 000 §2' });
    expect(rotation?.find(({ path }) => path.endsWith('/claim_window'))?.text).toBe('30 秒');
  });
});
