import { expect, type Locator } from '@playwright/test';
import { Place } from './place.mts';

/** The rules at an admin's desk. */
export class Rules extends Place {
  readonly rows = this.page.locator('lj-rule-table > ol > li');
  readonly state = this.page.locator('lj-draft-bar .state');
  readonly panel = this.page.locator('#rules-panel');
  readonly conflict = this.page.locator('.conflict');
  readonly done = this.page.locator('.done');
  readonly asks = this.page.getByRole('alertdialog');

  /** Opens a part of the draft and waits for what it holds. */
  async open(part: string): Promise<void> {
    await this.page.goto(`/rules?view=draft&part=${part}`);
    await this.page.locator('lj-draft-editor h2').waitFor();
  }

  /** A button of the thin bar over the draft. */
  async bar(name: string | RegExp): Promise<void> {
    await this.page.locator('lj-draft-bar').getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  handle(words: string): Locator {
    return this.row(words).locator('.handle');
  }

  /** Where a rule stands, from 1. */
  async place(words: string): Promise<number> {
    return Number(await this.handle(words).locator('.figures').innerText());
  }

  async rename(name: string): Promise<void> {
    await this.page.getByLabel('中文名称').fill(name);
  }

  async saved(): Promise<void> {
    await expect(this.state).toHaveText('草稿已保存');
  }

  /** Says when and why in the open panel, and confirms; answers with the number of the version. */
  async publish(note: string, way: '立即' | '从某时起' | '只在指定日期' = '立即', from?: string): Promise<string> {
    await this.bar('发布');
    await this.panel.locator('label', { hasText: way }).click();
    if (from) await this.panel.locator('#publish-from').fill(from);
    await this.panel.locator('#publish-note').fill(note);
    await this.panel.getByRole('button', { name: '发布', exact: true }).click();
    await this.asks.getByRole('button', { name: '发布' }).click();
    await expect(this.done).toContainText('已发布');
    return /\d+/.exec(await this.done.innerText())?.[0] ?? '';
  }
}
