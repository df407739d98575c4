import { expect, test } from '@playwright/test';

test.describe('the first run', () => {
  test('opens on people to be, and one tap signs in as any of them', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/login/);
    await expect(page.getByRole('heading', { name: '演示：点一个人进入' })).toBeVisible();
    for (const [name, path, sees] of [['孙倩', '/desk', '今天的登记簿'], ['王敏', '/me', '我今天的轮次'], ['周经理', '/board', '现在轮到'], ['冯稽核', '/board', '接待顺序']] as const) {
      await page.locator('lj-demo-people').getByText(name, { exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      await expect(page.getByRole('heading', { name: sees })).toBeVisible();
      await page.getByRole('button', { name: `账户：${name}` }).click();
      await page.getByRole('button', { name: '退出登录', exact: true }).click();
      await expect(page).toHaveURL(/\/login/);
    }
  });

  test('says what is missing before it asks the server, and what was wrong after', async ({ page }) => {
    await page.goto('/login');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByText('请填写账号。')).toBeVisible();
    await expect(page.getByLabel('账号')).toBeFocused();
    await page.getByLabel('账号').fill('desk');
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.locator('lj-problem-note')).toBeVisible();
    await expect(page.getByLabel('账号')).toHaveValue('desk');
  });
});
