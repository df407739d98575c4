import { expect, test, type Page } from '@playwright/test';
import { FoundedOffice } from '../pages/founded-office.mts';
import { openDevice, signIn } from '../pages/place.mts';

test.describe('a unit, from the board to the commission', () => {
  // One office, one unit: each goes on where the one before left it.
  test.describe.configure({ mode: 'serial', timeout: 60_000 });
  let office: FoundedOffice;
  let wang: Page;
  let li: Page;
  let finance: Page;
  let manager: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(60_000);
    office = await FoundedOffice.open([
      { account: 'front', name: '孙倩', roles: ['desk'] }, { account: 'manager', name: '周经理', roles: ['manager'] }, { account: 'cash', name: '钱会计', roles: ['finance'] },
      ...([['wang', '王敏'], ['li', '李强']] as const).map(([account, name]) => ({ account, name, roles: ['agent'] })),
    ]);
    await office.asks('manager', '/units', { units: [{ building: '8', entrance: '1', floor: 12, room: '1203', layout: '三房两厅', grossArea: 11_850, netArea: 9_240, listPriceFen: 158_600_000 }, { building: '8', entrance: '1', floor: 12, room: '1204', layout: '三房两厅', grossArea: 11_850, netArea: 9_240, listPriceFen: 160_000_000 }] });
    for (const [name, phone, agent] of [['何静', '13800004201', 'wang'], ['邓伟', '13800004202', 'li']] as const) await office.asks('front', '/customers', { name, phone, agentId: office.idOf(agent) });
    [wang, li, finance, manager] = await Promise.all([openDevice(browser, 'phone', office.url), openDevice(browser, 'desk', office.url), openDevice(browser, 'desk', office.url), openDevice(browser, 'desk', office.url)]);
    await signIn(wang, 'wang', FoundedOffice.password, '/units');
    await signIn(li, 'li', FoundedOffice.password, '/units');
    await signIn(finance, 'cash', FoundedOffice.password, '/receipts');
    await signIn(manager, 'manager', FoundedOffice.password, '/deals');
  });

  test.afterAll(async () => {
    for (const page of [wang, li, finance, manager]) await page?.context().close();
    await office?.close();
  });

  /** Everything of a firm deposit but the last tap. */
  async function asksForIt(page: Page, customer: string): Promise<void> {
    await page.locator('[data-unit="8-1-1203"]').click();
    await page.locator('[data-act=firm_deposit]').click();
    await page.locator('#picker-search').fill(customer);
    await page.locator('lj-customer-picker .found button').first().click();
    await page.getByLabel('应收定金').fill('10万');
  }

  test('goes to the agent who is first, and the other is told who that was', async () => {
    await asksForIt(wang, '何静');
    await asksForIt(li, '邓伟');
    await wang.locator('dialog button[type=submit]').click();
    await expect(wang).toHaveURL(/\/deals\/[0-9a-f-]+$/);
    await expect(li.locator('[data-unit="8-1-1203"]')).toHaveClass(/firm_deposit/);
    await li.locator('dialog button[type=submit]').click();
    await expect(li.locator('lj-unit-sheet [role=alert]')).toContainText('王敏先了一步：8-1-1203');
    await expect(li.locator('lj-unit-sheet .standing')).toContainText('大定');
    await expect(li.locator('lj-unit-sheet [data-act]')).toHaveCount(0);
  });

  test('is paid at finance, and the agent sees it come', async () => {
    await expect(wang.locator('lj-money-card')).toContainText('已收0 元');
    await finance.getByRole('button', { name: '记收款：8-1-1203 定金' }).click();
    await finance.getByLabel('收到金额').fill('100,000.00');
    await finance.locator('dialog button[type=submit]').click();
    await expect(finance.locator('table')).toContainText('100,000 元');
    await expect(wang.locator('lj-money-card')).toContainText('已收100,000 元');
    await expect(wang.locator('lj-split-card')).toContainText('王敏');
  });

  test('is signed, and the commission is released as the money comes and stands on the statement', async () => {
    await wang.locator('[data-act=subscription]').click();
    await wang.locator('dialog[role=alertdialog] .ant-btn-primary').click();
    await expect(wang.locator('.papers')).toContainText('第 1 号');
    await wang.locator('[data-act=contract]').click();
    await wang.getByLabel('合同编号').fill('LJ-2026-001');
    await wang.locator('dialog button[type=submit]').click();
    await expect(wang.locator('lj-stage-line li[aria-current]')).toContainText('签约');
    await finance.getByRole('button', { name: /^记收款：8-1-1203/ }).click();
    await finance.locator('dialog button[type=submit]').click();
    await expect(finance.getByText('现在没有应收款')).toBeVisible();
    await expect(wang.locator('lj-ledger-card')).toContainText('提成可发');
    await wang.goto('/commission');
    await expect(wang.locator('.payable .big')).toHaveText(/^[1-9][\d,.]* 元$/);
    await expect(wang.locator('article h3')).toContainText('8-1-1203');
    await li.goto('/commission');
    await expect(li.getByText('这个月没有提成记录')).toBeVisible();
  });

  test('is disputed from the deposit on where two call the customer theirs, and waits until a manager has settled it', async () => {
    await li.goto('/units');
    await li.locator('[data-unit="8-1-1204"]').click();
    await li.locator('[data-act=firm_deposit]').click();
    await li.locator('#picker-search').fill('邓伟');
    await li.locator('lj-customer-picker .found button').first().click();
    await li.getByLabel('应收定金').fill('10万');
    await li.locator('lj-deposit-question lj-choice-chips label', { hasText: '王敏' }).click();
    await expect(li.locator('lj-deposit-question')).toContainText('从一开始就有争议');
    await li.locator('dialog button[type=submit]').click();
    await expect(li).toHaveURL(/\/deals\/[0-9a-f-]+$/);
    await expect(li.locator('lj-contest-card')).toContainText('都说是自己的客户');
    await expect(li.locator('[data-act=settlement]')).toHaveCount(0);
    const at = new URL(li.url()).pathname;
    await wang.goto(at);
    await expect(wang.locator('lj-contest-card')).toContainText('都说是自己的客户');
    await manager.goto(at);
    await manager.locator('[data-act=settlement]').click();
    await manager.locator('lj-settlement-question label', { hasText: '发生争吵' }).click();
    await expect(manager.locator('.moves')).toContainText(/李强：[\d,.]+ 元 → 0 元/);
    await manager.locator('lj-settlement-question label', { hasText: '协商一致' }).click();
    await expect(manager.locator('.moves')).toContainText('提成的分配不变');
    await manager.locator('#settle-why').fill('两人当面谈妥，归李强');
    await manager.locator('dialog button[type=submit]').click();
    await expect(manager.locator('lj-contest-card')).toHaveCount(0);
    await expect(li.locator('lj-contest-card')).toHaveCount(0);
    const { status, said } = office.verify();
    expect([status, said]).toEqual([0, expect.anything()]);
  });
});
