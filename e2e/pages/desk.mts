import { expect, type Locator } from '@playwright/test';
import { Place } from './place.mts';

/** The reception desk: a tablet with a keyboard. */
export class Desk extends Place {
  readonly #taps = { count: 0 };
  readonly confirm = this.page.locator('lj-proposal-panel .confirm');
  readonly verdict = this.page.locator('lj-proposal-panel lj-verdict-card');
  readonly known = this.page.locator('lj-known-customer-note');
  readonly banner = this.page.locator('lj-confirmed-banner');
  readonly bar = this.page.locator('lj-desk-bar');
  readonly phone = this.page.getByRole('textbox', { name: '电话' });
  readonly name = this.page.locator('#arrival-name');

  /** Keys of the desk, one after the other, nobody's hand on the glass. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes to a field by its letter and types, from wherever the focus is. */
  async types(key: 't' | 'n', text: string): Promise<void> {
    const field = key === 't' ? this.phone : this.name;
    await field.waitFor();
    await this.press(key);
    await expect(field).toBeFocused();
    await this.page.keyboard.type(text);
  }

  /** Enter confirms what is proposed; the desk is then ready for the next arrival. */
  async confirms(): Promise<void> {
    await this.press('Enter');
    await expect(this.confirm).toHaveText('先选一项');
  }

  /** A tap, counted. */
  async tap(target: Locator): Promise<void> {
    this.#taps.count += 1;
    await target.click();
  }

  get taps(): number {
    return this.#taps.count;
  }

  answer(words: string): Locator {
    return this.page.locator('lj-arrival-form .question label', { hasText: words });
  }

  /** Somebody's line in the line beside the desk. */
  inLine(name: string): Locator {
    return this.page.locator('lj-line-list li', { hasText: name });
  }

  signIn(name: string): Locator {
    return this.page.getByRole('button', { name: `${name} 签到` });
  }

  /** The newest row of the register about somebody. */
  row(text: string): Locator {
    return this.page.locator('lj-register-row', { hasText: text }).first();
  }

  async endReceptionOf(text: string, outcome: string): Promise<void> {
    const row = this.row(text);
    await row.locator('.opener').click();
    await row.getByRole('button', { name: '结束接待' }).click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByText(outcome, { exact: true }).click();
    await sheet.getByRole('button', { name: '结束接待' }).click();
    await sheet.waitFor({ state: 'detached' });
  }
}
