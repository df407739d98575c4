import { expect, type Locator } from '@playwright/test';
import { Place } from './place.mts';

/** The design's promise: every screen shows a change within a second; half of one more for a busy test machine. */
const soonMs = 1_500;

/** The board on the wall. */
export class Board extends Place {
  readonly upNow = this.page.locator('lj-up-band .now .name');
  readonly upNowTag = this.page.locator('lj-up-band .now .makeup');
  readonly waiting = this.page.locator('lj-waiting-list li');
  readonly away = this.page.locator('lj-away-list li');
  readonly connection = this.page.locator('lj-board-corner .connection');
  readonly stale = this.page.locator('lj-stale-note');

  inLine(name: string): Locator {
    return this.page.locator('lj-line-list li', { hasText: name });
  }

  receiving(name: string): Locator {
    return this.page.locator('lj-receiving-cards li', { hasText: name });
  }

  async showsSoon(name: string): Promise<void> {
    await expect(this.upNow).toHaveText(name, { timeout: soonMs });
  }

  /** Neither a number nor a whole name ever hangs on the wall. */
  async keepsSecrets(...secrets: readonly string[]): Promise<void> {
    const text = await this.page.locator('body').innerText();
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
}
