import { expect, test, type Page } from '@playwright/test';
import { FoundedOffice } from '../pages/founded-office.mts';
import { openDevice, signIn } from '../pages/place.mts';

const sheet = [
  ['姓名', '手机', '置业顾问', '备注'],
  ['孙明', '13800003101', '王敏', ''], ['吴芳', '13800003102', '李强', '约周六'], ['周洁', '1380000', '王敏', ''], ['钱进', '13800003104', '没有这个人', ''],
].map((row) => row.join('\t')).join('\n');

test.describe('the customers of an office', () => {
  // One office, one day: each goes on where the one before left it.
  test.describe.configure({ mode: 'serial', timeout: 60_000 });
  let office: FoundedOffice;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(60_000);
    office = await FoundedOffice.open([
      { account: 'front', name: '孙倩', roles: ['desk'] }, { account: 'manager', name: '周经理', roles: ['manager'] },
      ...([['wang', '王敏'], ['li', '李强'], ['zhao', '赵婷']] as const).map(([account, name]) => ({ account, name, roles: ['agent'] })),
    ]);
    page = await openDevice(browser, 'desk', office.url);
    await signIn(page, 'manager', FoundedOffice.password, '/customers/import');
  });

  test.afterAll(async () => {
    await page?.context().close();
    await office?.close();
  });

  test('come from a sheet that is tried before it is entered, and go back with it', async () => {
    await page.locator('textarea').fill(sheet);
    await page.getByRole('button', { name: '读取' }).click();
    await expect(page.getByText('读到 4 行')).toBeVisible();
    await page.getByRole('button', { name: '试运行', exact: true }).click();
    const noted = page.locator('tr.faulty');
    await expect(noted).toHaveCount(2);
    await expect(noted.filter({ hasText: '周洁' })).toContainText('不是有效的电话号码');
    await expect(noted.filter({ hasText: '钱进' })).toContainText('没有这位在职顾问');
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await expect(page.locator('lj-import-progress')).toContainText('导入完成', { timeout: 10_000 });
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.locator('#undo-reason').fill('名单拿错了');
    await page.locator('dialog').getByRole('button', { name: '撤销导入' }).click();
    await expect(page.locator('lj-import-progress')).toContainText('已撤销', { timeout: 10_000 });
    await expect(page.locator('lj-import-progress')).toContainText('已撤回 2');
    await page.goto('/customers');
    await expect(page.getByText('还没有客户。')).toBeVisible();
  });

  test('appear in the list as they are registered, and are taken out with a reason', async () => {
    for (const [name, phone, agent] of [['何静', '13800003201', 'wang'], ['邓伟', '13800003202', 'wang']] as const) await office.asks('front', '/customers', { name, phone, agentId: office.idOf(agent) });
    await expect(page.locator('lj-customer-table tbody tr')).toHaveCount(2);
    await page.getByRole('button', { name: '导出' }).click();
    const sheetOf = page.locator('dialog');
    await sheetOf.getByLabel('.csv').check();
    await expect(sheetOf.getByRole('button', { name: '导出', exact: true })).toBeDisabled();
    await sheetOf.getByLabel('导出原因').fill('月度核对');
    await sheetOf.getByRole('button', { name: '导出', exact: true }).click();
    const link = sheetOf.getByRole('link', { name: '下载' });
    await expect(link).toBeVisible({ timeout: 10_000 });
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await sheetOf.getByRole('button', { name: '关闭' }).last().click();
    await expect(sheetOf).toHaveCount(0);
  });

  test('a complaint that is upheld changes what the earlier agent has, and the card says so at once', async () => {
    for (const agent of ['wang', 'li']) await office.asks(agent, '/presence/sign-in', {});
    await office.asks('front', '/arrivals', { name: '邓伟', phone: '13800003202', says: { firstVisit: 'no', earlierContact: 'visit', refuses: [office.idOf('wang')], requests: office.idOf('li'), complainsAbout: office.idOf('wang') } });
    await page.getByRole('link', { name: '邓伟' }).click();
    const why = page.locator('lj-why-card > lj-ruling-card');
    await expect(why).toContainText('提成李强（归属顾问） 80%王敏（原来的顾问） 20%');
    await page.getByRole('button', { name: '登记情况…' }).click();
    const question = page.locator('lj-happening-question');
    await question.getByText('客户投诉顾问，核实结果').click();
    await question.locator('lj-agent-choice label', { hasText: '王敏' }).click();
    await question.getByText('投诉属实').click();
    await question.locator('#happening-why').fill('当面核实');
    await question.getByRole('button', { name: '登记并判客' }).click();
    await expect(question.locator('lj-ruling-outcome')).toContainText('003 §(五)3(4)');
    await expect(question.locator('lj-ruling-outcome')).toContainText('提成李强（归属顾问） 100%');
    await question.getByRole('button', { name: '完成' }).click();
    await expect(why).toContainText('提成李强（归属顾问） 100%');
    await expect(page.locator('lj-timeline li.complaint_ruled')).toContainText('投诉属实');
  });

  test('a conflict is settled with both sides in view, and the reason stands in the register', async () => {
    await expect(office.asks('front', '/customers', { name: '何静', phone: '13800003201', agentId: office.idOf('zhao') })).rejects.toThrow('phone_known');
    await page.goto('/customers');
    await page.getByRole('link', { name: '何静' }).click();
    await page.getByRole('button', { name: '撞单裁定…' }).click();
    const question = page.locator('lj-conflict-question');
    await expect(question.locator('.sides > li')).toHaveCount(2);
    await expect(question.locator('.sides > li').filter({ hasText: '赵婷' })).toContainText('重复建档');
    await expect(question).toContainText('按规则归 王敏');
    await question.locator('#conflict-reason').fill('登记在先');
    await question.getByRole('button', { name: '裁定归王敏' }).click();
    await expect(question.locator('lj-ruling-outcome')).toContainText('仍归王敏');
    await question.getByRole('button', { name: '完成' }).click();
    await expect(page.locator('lj-timeline li.ruling').first()).toContainText('登记在先');
    const { status, said } = office.verify();
    expect([status, said]).toEqual([0, expect.anything()]);
  });
});
