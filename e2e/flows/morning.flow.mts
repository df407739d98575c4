import { expect, test } from '@playwright/test';
import { faultsAnywhere } from '../pages/axe.mts';
import { Board } from '../pages/board.mts';
import { Desk } from '../pages/desk.mts';
import { FoundedOffice } from '../pages/founded-office.mts';
import { Phone } from '../pages/phone.mts';
import { openDevice, signIn, tonesHeard, type devices } from '../pages/place.mts';

const agents = [['wang', '王敏'], ['li', '李强'], ['zhao', '赵婷'], ['chen', '陈浩']] as const;

test.describe('a whole morning with the desk, two phones and the board open at once', () => {
  test.setTimeout(120_000);
  let office: FoundedOffice;

  test.beforeAll(async () => {
    office = await FoundedOffice.open([
      { account: 'front', name: '孙倩', roles: ['desk'] },
      { account: 'manager', name: '周经理', roles: ['manager'] },
      ...agents.map(([account, name]) => ({ account, name, roles: ['agent'] })),
    ]);
  });

  test.afterAll(() => office.close());

  test('is received by the rules, and everybody sees it', async ({ browser }) => {
    const at = async (account: string, device: keyof typeof devices, path: string) => {
      const page = await openDevice(browser, device, office.url);
      return { page, arrive: () => signIn(page, account, FoundedOffice.password, path) };
    };
    const [front, wall, first, second] = await Promise.all([at('front', 'desk', '/desk'), at('manager', 'wall', '/board?wall'), at('wang', 'phone', '/me'), at('li', 'phone', '/me')]);
    const desk = new Desk(front.page);
    const board = new Board(wall.page);
    const wang = new Phone(first.page);
    const li = new Phone(second.page);
    for (const { arrive } of [front, wall, first, second]) await arrive();

    await test.step('agents sign in from their phones, the others at the desk; the line begins with the first', async () => {
      await expect(board.page.getByText('今天还没有开始')).toBeVisible();
      await wang.press('签到');
      await expect(wang.state).toHaveText('轮到您了');
      await board.showsSoon('王敏');
      await li.press('签到');
      await expect(li.detail).toHaveText('第 2 位，前面还有 1 位');
      for (const name of ['赵婷', '陈浩']) await desk.signIn(name).click();
      await expect(board.inLine('陈浩')).toBeVisible();
    });

    await test.step('a new customer is registered with the keyboard alone, and the board moves within a second', async () => {
      await desk.press('1');
      await desk.types('t', '13800002601');
      await expect(desk.known).toContainText('登记簿里没有这个号码');
      await desk.press('Escape');
      await desk.types('n', '何平');
      await expect(desk.confirm).toHaveText(/请王敏接待/);
      await expect(desk.verdict).toContainText('为什么是');
      await desk.press('Enter');
      await board.showsSoon('李强');
      await expect(desk.banner).toContainText('已请王敏接待何');
      await expect(board.receiving('王敏')).toContainText('何');
      await board.keepsSecrets('何平', '13800002601', '2601');
    });

    await test.step('the phone of the chosen agent rings; the visit form saves itself and outlives a reload', async () => {
      await expect(wang.page).toHaveTitle(/请接待|我的今天/);
      await wang.accepts(/何/);
      const area = wang.card.getByLabel('居住区域');
      await area.fill('余杭区');
      await expect(wang.saved).toHaveText('已保存');
      await wang.page.reload();
      await expect(area).toHaveValue('余杭区');
      await expect(wang.card.getByLabel('姓名')).toHaveValue('何平');
      await wang.endsReception('有意向');
      await expect(wang.state).toHaveText('排队中');
      await expect(board.receiving('王敏')).toHaveCount(0);
    });

    await test.step('a known customer is recognised by the number before anything is confirmed: at most six taps', async () => {
      await desk.tap(desk.answer('来过'));
      await desk.tap(desk.phone);
      await desk.page.keyboard.type('138 0000 2601');
      await expect(desk.known).toContainText('原顾问 王敏');
      await expect(desk.known).toContainText('有效期至');
      await expect(desk.confirm).toHaveText(/请王敏接待/);
      await expect(desk.verdict).toContainText('不计接待次数');
      await desk.tap(desk.confirm);
      await expect(desk.banner).toContainText('已请王敏接待');
      expect(desk.taps).toBeLessThanOrEqual(6);
      await wang.accepts(/何/);
      await wang.endsReception('考虑中');
      await expect(board.upNow).toHaveText('李强');
    });

    await test.step('an agent whom the customer names receives them out of turn', async () => {
      await desk.press('2', '2');
      await expect(desk.page.locator('lj-arrival-form label.chosen', { hasText: '李强' })).toBeVisible();
      await expect(desk.confirm).toHaveText(/请李强接待/);
      await desk.confirms();
      await li.accepts('未留姓名的客户');
      await board.showsSoon('赵婷');
      await li.endsReception('有意向');
      await board.showsSoon('李强');
    });

    await test.step('who is out on the office\'s business misses a turn and makes it up when back', async () => {
      await li.goesOut('公事');
      await expect(board.away.filter({ hasText: '李强' })).toContainText('公事');
      await board.showsSoon('赵婷');
      await desk.press('1');
      await expect(desk.confirm).toHaveText(/请赵婷接待/);
      await expect(desk.verdict.locator('.others li', { hasText: '李强' })).toContainText('补接');
      await desk.confirms();
      await board.showsSoon('陈浩');
      await li.press('回来了');
      await expect(li.makeup).toHaveText('补接 1 次');
      await board.showsSoon('李强');
      await expect(board.upNowTag).toHaveText('补接');
      await expect(board.inLine('李强').locator('.makeup')).toHaveText('补接 1');
      await expect(desk.inLine('李强')).toContainText('补接 1');
    });

    await test.step('the desk takes an arrival back and the line stands as before', async () => {
      await desk.press('1');
      await desk.types('n', '错登');
      await expect(desk.confirm).toHaveText(/请李强接待/);
      await desk.confirms();
      await expect(li.call).toBeVisible();
      await desk.banner.getByRole('button', { name: '撤销' }).click();
      await expect(li.call).toBeHidden();
      await board.showsSoon('李强');
      await expect(board.upNowTag).toHaveText('补接');
      // What was typed is back, to be corrected.
      await expect(desk.name).toHaveValue('错登');
      await desk.page.getByRole('button', { name: '清空，重新登记' }).click();
    });

    await test.step('a declared survey is shown round by the last in order and takes nobody\'s turn', async () => {
      await desk.press('5');
      await expect(desk.verdict).toContainText('不计接待次数');
      await expect(desk.confirm).toHaveText(/请李强接待/);
      await desk.confirms();
      await li.accepts(/./);
      await expect(board.receiving('李强')).toContainText('不计次');
      await board.showsSoon('陈浩');
      await desk.endReceptionOf('同行', '只是咨询');
      await expect(li.card).toHaveCount(0);
      await board.showsSoon('李强');
      await expect(board.upNowTag).toHaveText('补接');
    });

    await test.step('with nobody free a party waits with a clock, and the bell rings when somebody is', async () => {
      for (const name of ['李强', '陈浩', '王敏']) {
        await desk.press('1');
        await expect(desk.confirm).toHaveText(new RegExp(`请${name}接待`));
        await desk.confirms();
        await expect(desk.banner).toContainText(`已请${name}接待`);
      }
      await li.accepts(/./);
      await wang.accepts(/./);
      await desk.press('1');
      await desk.types('n', '唐朝');
      await expect(desk.confirm).toHaveText(/暂无人可接待，请客户稍候/);
      await desk.confirms();
      await expect(board.waiting).toContainText(/唐.*分钟/s);
      expect(await faultsAnywhere(board.page)).toEqual([]);
      expect(await faultsAnywhere(desk.page)).toEqual([]);
      await expect(desk.bar).toContainText('1 批客户等候');
      const before = await tonesHeard(desk.page);
      await li.endsReception('考虑中');
      await expect(desk.bar).toContainText('现在可以接待了');
      await expect.poll(() => tonesHeard(desk.page)).toBeGreaterThan(before);
      await desk.bar.getByRole('button', { name: '请李强接待' }).click();
      await li.accepts(/唐/);
      await expect(board.waiting).toHaveCount(0);
    });

    await test.step('an agent claims that a visitor was no customer; the manager rules, the turn is made up', async () => {
      await li.press('非有效接待');
      await li.sheet.getByText('同行', { exact: true }).click();
      await li.sheet.getByText('来人在场，一起向经理说明').click();
      await li.sheet.getByRole('button', { name: '提交经理裁定' }).click();
      await expect(li.card).toContainText('等经理裁定');
      const managers = await at('manager', 'desk', '/desk');
      await managers.arrive();
      await managers.page.getByRole('button', { name: /待裁定：李强/ }).click();
      const ruling = managers.page.getByRole('dialog');
      await expect(ruling).toContainText('来人在场，一起说明');
      await ruling.getByRole('button', { name: '认可，不计次' }).click();
      await expect(ruling).toHaveCount(0);
      await expect(li.card).toHaveCount(0);
      await expect(li.makeup).toHaveText('补接 1 次');
      await board.showsSoon('李强');
      await expect(board.upNowTag).toHaveText('补接');
      await managers.page.context().close();
    });

    await test.step('another language takes nothing away that was typed', async () => {
      await desk.press('4');
      await desk.types('n', '周正');
      await desk.page.getByRole('button', { name: 'English' }).click();
      await expect(desk.page.getByText('Is this your first visit?')).toBeVisible();
      await expect(desk.confirm).toHaveText(/Confirm: 李强 receives/);
      await expect(desk.name).toHaveValue('周正');
      await desk.page.getByRole('button', { name: '中文' }).click();
      await expect(desk.confirm).toHaveText(/请李强接待/);
      await expect(desk.name).toHaveValue('周正');
      await desk.press('Escape', 'Escape', 'Escape');
    });

    const complaints = [desk, board, wang, li].flatMap((place) => place.complaints);

    await test.step('while the server is away the board says how old it is, and recovers by itself', async () => {
      await office.cutOff();
      await expect(board.connection).toHaveText('正在重连');
      await expect(board.stale).toBeVisible({ timeout: 20_000 });
      await expect(board.upNow).toHaveText('李强');
      await office.comesBack();
      await expect(board.stale).toHaveCount(0, { timeout: 30_000 });
      await expect(board.connection).toHaveText('实时', { timeout: 30_000 });
      await wang.endsReception('无意向');
      await expect(board.receiving('王敏')).toHaveCount(0);
    });

    expect(complaints).toEqual([]);
    const { status, said } = office.verify();
    expect(status, said).toBe(0);
    for (const { page } of [front, wall, first, second]) await page.context().close();
  });
});
