import { Component, computed, inject, input } from '@angular/core';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Clock } from '../clock/clock';
import { Moments } from '../clock/moments';
import { Words } from '../language/words';

/** Over a page whose data may be out of date: how old it is, and that it reconnects by itself. */
@Component({
  selector: 'lj-stale-note',
  imports: [NzIconDirective],
  template: `
    <nz-icon nzType="disconnect" aria-hidden="true" />
    <span>{{ age() }}</span>
    <span role="status">{{ t('shell.stale.reconnecting') }}</span>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 0.25rem 0.5rem; padding: 0.5rem var(--gap); background: var(--makeup-soft); color: var(--makeup); font-weight: 600; }
  `,
})
export class StaleNote {
  /** When what is shown was read. */
  readonly readAt = input.required<number>();
  readonly #moments = inject(Moments);
  readonly #now = inject(Clock).ticking();
  protected readonly t = inject(Words).t;
  protected readonly age = computed(() => {
    const isYoung = this.#now() - this.readAt() < 60_000;
    return isYoung ? this.t('shell.stale.young') : this.t('shell.stale.age', { age: this.#moments.elapsed(this.readAt(), this.#now()) });
  });
}
