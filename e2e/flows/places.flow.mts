import { expect, test } from '@playwright/test';
import { Desk } from '../pages/desk.mts';
import { FoundedOffice } from '../pages/founded-office.mts';
import { signInToDemo } from '../pages/login.mts';
import { Phone } from '../pages/phone.mts';
import { openDevice, signIn, type devices } from '../pages/place.mts';

test.describe('people, turns, audit and account of a new office', () => {
  test.setTimeout(120_000);
  let office: FoundedOffice;

  test.beforeAll(async () => {
    test.setTimeout(60_000);
    office = await FoundedOffice.open([
      { account: 'front', name: '孙倩', roles: ['desk'] },
      { account: 'manager', name: '周经理', roles: ['manager'] },
      ...([['wang', '王敏'], ['li', '李强'], ['zhao', '赵婷']] as const).map(([account, name]) => ({ account, name, roles: ['agent'] })),
    ]);
  });

  test.afterAll(() => office?.close());

  test('are walked through', async ({ browser }) => {
    const at = async (account: string, device: keyof typeof devices, path: string) => {
      const page = await openDevice(browser, device, office.url);
      await signIn(page, account, FoundedOffice.password, path);
      return page;
    };

    await test.step('an admin hires somebody, certifies them, and sees them through long leave until they leave', async () => {
      const page = await at('boss', 'desk', '/people');
      await page.getByRole('button', { name: '添加人员' }).click();
      const sheet = page.locator('lj-sheet dialog');
      await sheet.getByRole('textbox', { name: '姓名' }).fill('何新');
      await sheet.getByRole('textbox', { name: '账号' }).fill('hexin');
      await sheet.getByRole('textbox', { name: '初始密码' }).fill('told-at-the-desk');
      await sheet.getByLabel('接听来电').uncheck();
      await sheet.getByRole('button', { name: '添加', exact: true }).click();
      await expect(sheet).toHaveCount(0);
      const row = page.locator('lj-people-table tbody tr', { hasText: 'hexin' });
      await expect(row).toContainText('在职');
      await row.getByRole('button', { name: '何新' }).click();
      await sheet.getByLabel('接听来电').check();
      await sheet.getByRole('button', { name: '保存', exact: true }).click();
      await expect(row).toContainText('来电');
      for (const [act, state] of [['办理长假', '长假'], ['返岗', '在职']] as const) {
        await sheet.getByRole('button', { name: act, exact: true }).click();
        await sheet.getByLabel('说明（可不填，会留档）').fill('家中有事');
        await sheet.getByRole('button', { name: act, exact: true }).click();
        await expect(row.locator('.state')).toHaveText(state);
      }
      await sheet.getByRole('button', { name: '办理离职', exact: true }).click();
      await expect(sheet).toContainText('不删除任何内容');
      await sheet.getByRole('button', { name: '办理离职', exact: true }).click();
      await expect(row).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);
      await page.getByRole('button', { name: /已离开/ }).click();
      await expect(row).toContainText('已离职');
      await page.context().close();
    });

    await test.step('who lost a turn reads why in one tap', async () => {
      const desk = new Desk(await at('front', 'desk', '/desk'));
      for (const name of ['王敏', '李强', '赵婷']) await desk.signIn(name).click();
      const li = new Phone(await at('li', 'phone', '/me'));
      await li.goesOut('私事');
      for (const name of ['王敏', '赵婷']) {
        await desk.press('1');
        await expect(desk.confirm).toHaveText(new RegExp(`请${name}接待`));
        await desk.confirms();
      }
      await li.page.goto('/turns');
      const lost = li.page.locator('lj-turn-row', { hasText: '轮空 1' });
      await expect(lost).toContainText('私事');
      await lost.getByRole('button', { name: /为什么/ }).click();
      await expect(lost.locator('lj-verdict-card')).toContainText('李强');
      await expect(lost.locator('lj-verdict-card')).toContainText('赵婷');

      const manager = await at('manager', 'desk', '/turns');
      await manager.getByRole('button', { name: '更正' }).click();
      const sheet = manager.locator('lj-sheet dialog');
      await sheet.locator('label', { hasText: '李强' }).click();
      await sheet.locator('label', { hasText: '给补接' }).click();
      await sheet.getByLabel('原因').fill('当时是替公司取材料');
      await sheet.getByRole('button', { name: '记入轮次账' }).click();
      await expect(sheet).toHaveCount(0);
      await expect(li.page.locator('lj-turn-row', { hasText: '得补接 1' })).toContainText('当时是替公司取材料');
      await Promise.all([desk.page.context().close(), li.page.context().close(), manager.context().close()]);
    });

    await test.step('the audit tells who saw which phone and who tried to, filtered and as a sheet', async () => {
      const { customer } = (await office.asks('front', '/customers', { name: '何静', phone: '13800002699', agentId: office.idOf('zhao') })) as { readonly customer: string };
      await office.asks('manager', `/customers/${customer}/phone`, { reason: '回访约看房' });
      await expect(office.asks('wang', `/customers/${customer}/phone`, { reason: '想看看' })).rejects.toThrow('phone_not_yours');
      const page = await at('manager', 'desk', '/audit');
      const rows = page.locator('lj-trail-table tbody tr');
      await page.getByLabel('事项').selectOption('phone_refused');
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText('王敏');
      await page.getByLabel('事项').selectOption('phone_seen');
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText('周经理');
      await expect(rows).toContainText('回访约看房');
      await expect(page.locator('body')).not.toContainText('13800002699');
      const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出表格' }).click()]);
      expect(sheet.suggestedFilename()).toMatch(/\.csv$/);
      await page.getByRole('button', { name: '现在核验' }).click();
      await expect(page.locator('lj-chain-card')).toContainText('登记簿完整');

      await page.keyboard.press('Control+k');
      await page.locator('lj-palette input').fill('lq');
      await expect(page.locator('lj-palette [role=option]').first()).toContainText('李强');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/turns\?agent=/);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toContainText('快捷键');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.context().close();
    });

    await test.step('a person sees their devices, signs one out, and keeps language and theme', async () => {
      const phone = await at('zhao', 'phone', '/me');
      const page = await at('zhao', 'desk', '/account');
      const sessions = page.locator('lj-session-rows li');
      await expect(sessions).toHaveCount(2);
      await sessions.filter({ hasNotText: '本机' }).getByRole('button', { name: /退出/ }).click();
      await expect(sessions).toHaveCount(1);
      await phone.reload();
      await expect(phone).toHaveURL(/\/login/);
      await page.locator('label', { hasText: '深色' }).last().click();
      await page.locator('label', { hasText: 'English' }).last().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account');
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await Promise.all([phone.context().close(), page.context().close()]);
    });
  });
});

test.describe('the demo', () => {
  test.setTimeout(120_000);

  test('offers a tour that moves nothing, leads through it, and begins anew when its admin says so', async ({ page }) => {
    await signInToDemo(page, 'desk');
    await page.goto('/desk');
    const first = page.locator('lj-arrival-form');
    await page.locator('lj-tour-offer').waitFor();
    const before = await first.boundingBox();
    await page.locator('lj-tour-offer').getByRole('button', { name: '不用了' }).click();
    await expect(page.locator('lj-tour-offer')).toHaveCount(0);
    expect(await first.boundingBox()).toEqual(before);
    await page.keyboard.press('Control+k');
    await page.locator('lj-palette input').fill('导览');
    await page.keyboard.press('Enter');
    const card = page.locator('lj-tour-card section');
    for (const heading of ['从这里开始', '系统提议谁接待，为什么', '轮序', '今天的登记簿']) {
      await expect(card.getByRole('heading')).toHaveText(heading);
      await card.getByRole('button', { name: /下一步|完成/ }).click();
    }
    await expect(card).toHaveCount(0);

    await test.step('a shift that waits to be taken over is told without moving anything', async () => {
      const parts = ['lj-desk-bar', '.arrival', '.proposal', 'lj-expected-visits', 'lj-waiting-parties', 'lj-line-panel', 'lj-day-register'];
      const boxes = () => Promise.all(parts.map((part) => page.locator(part).boundingBox()));
      for (const viewport of [{ width: 390, height: 844 }, { width: 1024, height: 768 }, { width: 1920, height: 1080 }]) {
        await page.setViewportSize(viewport);
        let read = (): void => undefined;
        const asked = new Promise<void>((done) => { read = done; });
        await page.route('**/handovers', async (route) => {
          await asked;
          await route.continue();
        });
        const expected = page.waitForResponse('**/follow-ups/expected');
        await page.goto('/desk');
        await page.locator('lj-line-list li').first().waitFor();
        await expected;
        await expect(page.locator('lj-open-handovers a')).toHaveCount(0);
        const unread = await boxes();
        read();
        await page.locator('lj-open-handovers a').waitFor();
        expect(await boxes()).toEqual(unread);
        await page.unroute('**/handovers');
      }
    });

    await signInToDemo(page, 'admin');
    await page.goto('/board');
    await page.locator('lj-up-band').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('lj-palette input').fill('重置演示');
    await page.keyboard.press('Enter');
    const sheet = page.locator('lj-sheet dialog');
    const name = /“(.+?)”/.exec(await sheet.locator('label').innerText())?.[1] ?? '';
    await sheet.getByRole('textbox').fill(name);
    await sheet.getByRole('button', { name: '重置', exact: false }).click();
    await expect(page).toHaveURL(/\/login/, { timeout: 100_000 });
    await expect(page.getByRole('heading', { name: '演示：点一个人进入' })).toBeVisible();
  });
});
