import { unitStates, type UnitBoard, type UnitState, type UnitView } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import UnitsPage from './units-page';

function unit(room: string, changes: Partial<UnitView> = {}): UnitView {
  return {
    id: `u-${room}`, code: `8-1-${room}`, building: '8', entrance: '1', floor: Number(room.slice(0, -2)), room, layout: '三房', grossArea: 11_850, netArea: 9_240, listPriceFen: 158_600_000, batch: null, propertyType: null, measuredGross: null, measuredNet: null, state: 'available', agent: null, since: null,
    until: null, deal: null, acts: ['hold', 'soft_deposit', 'firm_deposit'], ...changes,
  };
}

/** Two floors of two rooms, of which one is missing. */
function board(...units: readonly UnitView[]): UnitBoard {
  const counts = Object.fromEntries(unitStates.map((state) => [state, units.filter((one) => one.state === state).length])) as Record<UnitState, number>;
  const floors = [12, 11].map((floor) => ({ floor, units: ['01', '02'].map((column) => units.find(({ room }) => room === `${floor}${column}`) ?? null) }));
  return { buildings: [{ building: '8', entrance: '1', columns: ['01', '02'], floors, counts }], counts, availableFen: 158_600_000, soldFen: 0 };
}

const usual = [unit('1201'), unit('1202', { state: 'firm_deposit', agent: { id: 'li', name: '李强' }, since: morning, acts: [] }), unit('1101', { layout: '两房', state: 'withheld', acts: [] })];

describe('the board of units', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('units', UnitsPage, 'units', 'customers', 'reception');
  });

  const open = async (address = '/units', role: 'agent' | 'manager' = 'agent', shown = board(...usual)) => {
    await page.open(address, role);
    await page.answer('GET', '/units', shown);
    await page.answer('GET', '/people', [member(), member({ id: 'li', name: '李强' })]);
  };
  const cell = (room: string) => page.element.querySelector<HTMLButtonElement>(`[data-unit="8-1-${room}"]`);
  const tap = async (selector: string) => {
    page.element.querySelector<HTMLElement>(selector)?.click();
    await page.shown();
  };

  it('says how every unit stands by colour, by mark and in words, in its place', async () => {
    await open();
    expect(cell('1202')?.className).toContain('firm_deposit');
    expect(cell('1202')?.textContent).toContain('大');
    expect(cell('1202')?.getAttribute('aria-label')).toBe('8-1-1202 · 大定 · 李强 · 三房 · 1,586,000 元');
    expect(page.element.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(page.element.querySelectorAll('.none')).toHaveLength(1);
    expect(page.text()).toContain('待售 1');
  });

  it('filters by the legend and by the address, and moves nothing', async () => {
    await open('/units?layout=两房');
    expect([cell('1201'), cell('1101')].map((one) => one?.className.includes('aside'))).toEqual([true, false]);
    await page.go('/units');
    await tap('lj-unit-legend .firm_deposit');
    expect(page.element.querySelector('lj-unit-legend .firm_deposit')?.getAttribute('aria-pressed')).toBe('true');
    expect([cell('1201'), cell('1202')].map((one) => one?.className.includes('aside'))).toEqual([true, false]);
  });

  it('walks with the arrows over what is not there', async () => {
    await open();
    cell('1201')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    expect(document.activeElement).toBe(cell('1101'));
    cell('1101')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    expect(document.activeElement).toBe(cell('1101'));
  });

  it('says of one unit its release, its property type and what was measured, where that is known', async () => {
    await open('/units?unit=u-1201', 'agent', board(unit('1201', { batch: '二批', propertyType: '高层', measuredGross: 11_862, measuredNet: 9_251 }), ...usual.slice(1)));
    const facts = () => [...page.element.querySelectorAll('lj-unit-sheet dl > div')].map((one) => [...one.children].map((part) => part.textContent));
    expect(facts().slice(2, 8)).toEqual([['建筑面积', '118.50 ㎡'], ['套内面积', '92.40 ㎡'], ['实测建筑面积', '118.62 ㎡'], ['实测套内面积', '92.51 ㎡'], ['物业类型', '高层'], ['批次', '二批']]);
    await page.go('/units?unit=u-1101');
    expect(facts().map(([name]) => name)).toEqual(['户型', '楼层', '建筑面积', '套内面积', '标准总价', '单价']);
  });

  it('shows what somebody else has just taken', async () => {
    await open();
    await page.hearsOfAChange();
    await page.answerEach('GET', '/units', board(unit('1201', { state: 'soft_deposit', agent: { id: 'li', name: '李强' } }), ...usual.slice(1)));
    expect(page.text()).toContain('8-1-1201 刚由李强转为小定。');
    expect(cell('1201')?.className).toContain('moved');
  });

  it('says who was first where the unit is gone, and shows how it stands now', async () => {
    await open('/units?unit=u-1201');
    await tap('[data-act=firm_deposit]');
    await page.type('#picker-search', '何静');
    await new Promise((done) => setTimeout(done, 250));
    await page.answer('POST', '/customers/search', { customers: [{ id: 'c-1', label: '何女士', phoneMasked: '138****0001', owner: null, until: null }] });
    await tap('.found button');
    await page.type('.deposit input', '10万');
    await page.send();
    const request = page.asked('POST', '/units/u-1201/deposits');
    expect(request.request.body).toEqual({ kind: 'firm', customer: 'c-1', priceFen: 158_600_000, depositFen: 10_000_000 });
    await page.hearsOfAChange();
    request.flush({ type: '', title: '', status: 409, detail: '', code: 'unit_taken', data: { unit: '8-1-1201', agent: '李强', state: 'firm_deposit', since: morning, until: null } }, { status: 409, statusText: 'x' });
    await page.shown();
    await page.answerEach('GET', '/units', board(unit('1201', { state: 'firm_deposit', agent: { id: 'li', name: '李强' }, since: morning, acts: [] }), ...usual.slice(1)));
    expect(page.element.querySelector('lj-unit-sheet [role=alert]')?.textContent).toMatch(/李强先了一步：8-1-1201 自 .* 起为大定/);
    expect(page.element.querySelector('lj-unit-sheet .standing')?.textContent).toContain('大定');
    expect(page.element.querySelector('[data-act]')).toBeNull();
  });

  it('asks who else calls the customer theirs: the deal is disputed from the start', async () => {
    await open('/units?unit=u-1201', 'manager');
    await tap('[data-act=firm_deposit]');
    await page.type('#picker-search', '何静');
    await new Promise((done) => setTimeout(done, 250));
    await page.answer('POST', '/customers/search', { customers: [{ id: 'c-1', label: '何女士', phoneMasked: '138****0001', owner: null, until: null }] });
    await tap('.found button');
    await page.type('.deposit input', '10万');
    await tap('lj-agent-choice input[value=nobody]');
    const claims = '[kind=several] input[value=li]';
    await tap(claims);
    expect(page.text()).toContain('请选至少两位');
    expect(page.element.querySelector<HTMLButtonElement>('form button[type=submit]')?.disabled).toBe(true);
    await tap('lj-agent-choice input[value=wang]');
    expect(page.text()).toContain('从一开始就有争议');
    await page.send();
    expect(page.asked('POST', '/units/u-1201/deposits').request.body).toMatchObject({ closer: 'wang', claimedBy: ['wang', 'li'] });
  });

  it('lets a manager enter a price list, with its faults where they are', async () => {
    await open('/units', 'manager', { ...board(), buildings: [] });
    expect(page.text()).toContain('销控表里还没有房源');
    await page.press('录入房源…');
    const box = page.element.querySelector('textarea');
    if (box) box.value = '楼栋,单元,楼层,房号,户型,建筑面积（㎡）,套内面积,标准总价\n8,1,12,1203,三房,118.5,92.4,"1,586,000"\n8,1,12,1204,三房,118.5,192.4,1586000';
    box?.dispatchEvent(new Event('input'));
    await page.shown();
    await page.press('核对');
    expect(page.text()).toContain('2 行里有 1 行读不懂');
    expect(page.text()).toContain('不能大于建筑面积');
    await page.press('重新粘贴');
    const again = page.element.querySelector('textarea');
    if (again) again.value = '8\t\t12\t1203\t三房\t118.5\t92.4\t158.6万';
    again?.dispatchEvent(new Event('input'));
    await page.shown();
    await page.press('核对');
    await page.press('录入 1 套');
    expect(page.asked('POST', '/units').request.body).toEqual({ units: [{ building: '8', entrance: null, floor: 12, room: '1203', layout: '三房', grossArea: 11_850, netArea: 9_240, listPriceFen: 158_600_000 }] });
  });

  it('lets a manager take a list back, and says which units hold an older one', async () => {
    await open('/units', 'manager', board());
    await page.press('录入房源…');
    const list = { at: 0, by: { id: 'm', name: '周经理' }, entered: 2, changed: 1, undone: null };
    await page.answer('GET', '/units/imports', { imports: [{ ...list, id: 'i-2', entry: 9, changedSince: [], changedInAll: 0 }, { ...list, id: 'i-1', entry: 4, changedSince: ['8-1-1201', '8-1-1202'], changedInAll: 12 }] });
    expect(page.text()).toContain('之后有 12 套变动，不能撤销：8-1-1201、8-1-1202 等');
    await page.press('撤销这次录入');
    expect(page.text()).toContain('新录的 2 套从销控表移除，改动的 1 套恢复原样');
    page.element.querySelector<HTMLButtonElement>('dialog[role=alertdialog] button:last-child')?.click();
    await page.shown();
    await page.refuse('POST', '/units/imports/i-2/undo', 'units_changed_since', { units: '8-1-1203', count: 1 });
    await page.answerEach('GET', '/units/imports', { imports: [] });
  });
});
