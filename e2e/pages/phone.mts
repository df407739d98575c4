import { expect } from '@playwright/test';
import { Place } from './place.mts';

/** An agent's phone on 我的今天. */
export class Phone extends Place {
  readonly state = this.page.locator('lj-state-card h2');
  readonly detail = this.page.locator('lj-state-card .detail');
  readonly makeup = this.page.locator('lj-state-card .makeup');
  readonly call = this.page.locator('lj-call-screen dialog');
  readonly saved = this.page.locator('lj-visit-form .save');
  readonly card = this.page.locator('lj-reception-card');
  readonly sheet = this.page.locator('lj-sheet dialog');

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** The call fills the screen; one thumb answers it. */
  async accepts(customer: string | RegExp): Promise<void> {
    await expect(this.call).toBeVisible();
    await expect(this.call.locator('.customer')).toHaveText(customer);
    const { width, height } = (await this.call.boundingBox()) ?? { width: 0, height: 0 };
    expect([width, height]).toEqual([390, 844]);
    await this.call.getByRole('button').click();
    await expect(this.call).toBeHidden();
    await expect(this.state).toHaveText('接待中');
  }

  async goesOut(reason: string): Promise<void> {
    await this.press('外出');
    await this.sheet.getByText(reason, { exact: true }).click();
    await this.sheet.getByRole('button', { name: '外出' }).click();
    await expect(this.state).toHaveText('外出中');
  }

  async endsReception(outcome: string): Promise<void> {
    await this.press('结束接待');
    await this.sheet.getByText(outcome, { exact: true }).click();
    await this.sheet.getByRole('button', { name: '结束接待' }).click();
    await expect(this.card).toHaveCount(0);
  }
}
