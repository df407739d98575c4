import { Component, booleanAttribute, computed, inject, input, output } from '@angular/core';
import type { DoorView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Who stands at the door and who goes next (P11), with the button that changes them where the page may. */
@Component({
  selector: 'lj-door-note',
  imports: [NzButtonComponent],
  template: `
    <div class="note">
      <span>{{ standing() }}</span>
      @if (door().next; as next) {
        @if (mayChange()) {
          <button nz-button type="button" [disabled]="busy()" (click)="changed.emit(next.id)">{{ t(door().standing ? 'verdict.door.relieve' : 'verdict.door.send', { name: next.name }) }}</button>
        } @else {
          <span>{{ t('verdict.door.next', { name: next.name }) }}</span>
        }
      }
    </div>
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    .note { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem var(--gap); padding: 0.375rem var(--gap); border: 1px solid var(--rule); border-radius: var(--corner); color: var(--ink); }
    button { min-block-size: 48px; margin-inline-start: auto; }
  `,
})
export class DoorNote {
  readonly door = input.required<DoorView>();
  readonly mayChange = input(false, { transform: booleanAttribute });
  readonly busy = input(false);
  /** Who is to go, as shown. */
  readonly changed = output<string>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly standing = computed(() => {
    const { standing } = this.door();
    return standing === null ? this.t('verdict.door.nobody') : this.t('verdict.door.standing', { name: standing.agent.name, since: this.#moments.time(standing.since) });
  });
}
