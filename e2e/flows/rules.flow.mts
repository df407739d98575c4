import { expect, test } from '@playwright/test';
import { faultsAnywhere } from '../pages/axe.mts';
import { Desk } from '../pages/desk.mts';
import { FoundedOffice } from '../pages/founded-office.mts';
import { openDevice, signIn } from '../pages/place.mts';
import { Rules } from '../pages/rules.mts';
import { throwawayDatabase } from '../servers/mariadb.mjs';
import { startProduct } from '../servers/product.mjs';

const agents = [['wang', '王敏'], ['li', '李强'], ['zhao', '赵婷']] as const;
const lastWord = '其他任何情形';

test.describe('the rules of an office that two processes on one MariaDB serve', () => {
  test.setTimeout(120_000);
  let database: Awaited<ReturnType<typeof throwawayDatabase>>;
  let office: FoundedOffice;
  let second: Awaited<ReturnType<typeof startProduct>>;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    const server = process.env['TEST_DATABASE_URL'];
    if (!server) throw new Error('TEST_DATABASE_URL names no MariaDB: npm test -- browser starts one');
    database = await throwawayDatabase(server);
    const settings = { DATABASE_URL: database.url, LUNJIE_SECRET: 'a secret of the flow, no shorter than it must be', REDIS_URL: process.env['TEST_REDIS_URL'] ?? '' };
    office = await FoundedOffice.open([
      { account: 'front', name: '孙倩', roles: ['desk'] },
      { account: 'vice', name: '何副总', roles: ['admin'] },
      ...agents.map(([account, name]) => ({ account, name, roles: ['agent'] })),
    ], settings);
    second = await startProduct({ ...settings, DEMO: 'false' });
  });

  test.afterAll(async () => {
    await second?.stop();
    await office?.close();
    await database?.drop();
  });

  test('are edited by two admins, published, and decide an arrival on the other process seconds later', async ({ browser }) => {
    const at = async (account: string, url: string, path: string) => {
      const page = await openDevice(browser, 'desk', url);
      await signIn(page, account, FoundedOffice.password, path);
      return page;
    };
    const [boss, vice] = [new Rules(await at('boss', office.url, '/rules')), new Rules(await at('vice', second.url, '/rules'))];
    const desk = new Desk(await at('front', second.url, '/desk'));

    await test.step('before anything is published the second process decides by the rules in force', async () => {
      for (const [, name] of agents) await desk.signIn(name).click();
      await desk.press('1');
      await expect(desk.confirm).toHaveText(/请王敏接待/);
      await expect(desk.verdict).toContainText('v1');
      await desk.press('Escape', 'Escape');
    });

    await test.step('two admins edit at once: nothing typed is lost, and each is told whose draft it is', async () => {
      await Promise.all([boss.open('name'), vice.open('name')]);
      await boss.rename('郑总的稿');
      await boss.saved();
      expect(await faultsAnywhere(boss.page)).toEqual([]);
      await vice.rename('何副总的稿');
      await expect(vice.conflict).toContainText('郑总 已在此期间保存了另一稿');
      await expect(vice.page.getByLabel('中文名称')).toHaveValue('何副总的稿');
      await vice.conflict.getByRole('button', { name: '用我的' }).click();
      await vice.saved();
      await boss.rename('郑总的第二稿');
      await expect(boss.conflict).toContainText('何副总');
      await boss.conflict.getByRole('button', { name: '用对方的' }).click();
      await expect(boss.page.getByLabel('中文名称')).toHaveValue('何副总的稿');
      await boss.bar('撤销');
      await expect(boss.page.getByLabel('中文名称')).toHaveValue('郑总的第二稿');
      await boss.saved();
    });

    await test.step('rules are moved by keys and by mouse', async () => {
      await boss.open('reception');
      const first = (await boss.rows.first().locator('.class').innerText()).trim();
      await boss.handle(first).focus();
      await boss.page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => boss.place(first)).toBe(2);
      await expect(boss.handle(first)).toBeFocused();
      const [from, onto] = [await boss.handle(first).boundingBox(), await boss.rows.first().boundingBox()];
      if (!from || !onto) throw new Error('the rules are not on the page');
      await boss.page.mouse.move(from.x + 20, from.y + 20);
      await boss.page.mouse.down();
      await boss.page.mouse.move(from.x + 20, onto.y + 10, { steps: 8 });
      await boss.page.mouse.up();
      await expect.poll(() => boss.place(first)).toBe(1);
      await boss.saved();
    });

    await test.step('the last word is edited and published; an arrival on the second process is decided by it', async () => {
      await boss.row(lastWord).locator('.sentence').click();
      expect(await faultsAnywhere(boss.page)).toEqual([]);
      const receiver = boss.row(lastWord).locator('lj-order-control');
      await receiver.getByRole('button', { name: '＋ 当前顺序最末的顾问' }).click();
      await receiver.getByRole('button', { name: '去掉 轮到的顾问' }).click();
      await expect(boss.row(lastWord).locator('.sentence')).toContainText('当前顺序最末的顾问接待');
      await boss.saved();
      await expect(boss.page.getByRole('button', { name: /草稿与现行相差 [1-9]/ })).toBeVisible();
      expect(await boss.publish('新客户由末位接待')).toBe('2');
      await desk.press('1');
      await expect(desk.confirm).toHaveText(/请赵婷接待/);
      await expect(desk.verdict).toContainText('v2');
      await desk.confirms();
      await expect(desk.banner).toContainText('已请赵婷接待');
    });

    await test.step('a draft begins from the first version and is published for given dates only; from today they have it', async () => {
      await boss.page.goto('/rules?view=versions&version=1');
      await boss.page.getByRole('link', { name: '以这一版为草稿' }).click();
      await boss.panel.getByRole('button', { name: '以此为草稿' }).click();
      await expect(boss.done).toContainText('草稿已换好');
      expect(await boss.publish('展会沿用旧制度', '只在指定日期')).toBe('3');
      await boss.page.goto('/rules?view=versions');
      const today = await boss.page.getByLabel('从', { exact: true }).getAttribute('min') ?? '';
      await boss.page.getByLabel('从', { exact: true }).fill(today);
      await boss.page.getByLabel('到（含当天）').fill(today);
      await boss.page.getByLabel('用哪个版本').selectOption('3');
      await boss.page.getByLabel('事由').fill('展会');
      await boss.page.getByRole('button', { name: '指定', exact: true }).click();
      await expect(boss.page.locator('lj-period-list li').first()).toContainText('进行中');
      await desk.press('1');
      await expect(desk.verdict).toContainText('v3');
      await expect(desk.confirm).toHaveText(/请王敏接待/);
      await desk.press('Escape', 'Escape');
    });

    await test.step('a version from a later time waits for it', async () => {
      await vice.open('name');
      await vice.rename('明年的制度');
      await vice.saved();
      expect(await vice.publish('明年起', '从某时起', '2099-01-01T09:00')).toBe('4');
      await vice.page.goto('/rules?view=versions');
      await expect(vice.page.locator('lj-version-list li').first()).toContainText(/2099.*起/);
      await desk.press('1');
      await expect(desk.verdict).toContainText('v3');
    });

    expect([boss, vice, desk].flatMap(({ complaints }) => complaints).filter((text) => !text.includes('409'))).toEqual([]);
    for (const { page } of [boss, vice, desk]) await page.context().close();
  });
});
