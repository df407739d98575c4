import { CdkDrag, CdkDragHandle, CdkDropList, moveItemInArray, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { StaffMember } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../shared/language/words';

/** The agents in the order of the roster, moved by drag or by keys, kept as a whole. */
@Component({
  selector: 'lj-roster-order',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, NzButtonComponent],
  template: `
    <p class="quiet">{{ t('people.roster.how') }}</p>
    <ol cdkDropList (cdkDropListDropped)="put($event.previousIndex, $event.currentIndex)">
      @for (id of order(); track id) {
        <li cdkDrag>
          <button type="button" class="handle" cdkDragHandle [attr.aria-label]="t('people.roster.handle', { name: nameOf(id), place: $index + 1 })" (keydown.arrowup)="move($event, $index, -1)" (keydown.arrowdown)="move($event, $index, 1)">
            <span class="figures">{{ $index + 1 }}</span>
            <strong>{{ nameOf(id) }}</strong>
            @if (isAway(id)) {
              <span class="quiet">{{ t('people.state.long_leave') }}</span>
            }
            <span class="grip" aria-hidden="true">⠿</span>
          </button>
        </li>
      }
    </ol>
    <p class="for-screen-readers" role="status">{{ said() }}</p>
    <div class="pair">
      <button nz-button nzSize="large" type="button" (click)="cancelled.emit()">{{ t('shell.cancel') }}</button>
      <button nz-button nzType="primary" nzSize="large" type="button" [disabled]="busy() || !isMoved()" (click)="answered.emit(order())">{{ t('people.roster.send') }}</button>
    </div>
  `,
  styleUrl: './roster-order.css',
})
export class RosterOrder {
  readonly roster = input.required<readonly StaffMember[]>();
  readonly busy = input(false);
  readonly answered = output<readonly string[]>();
  readonly cancelled = output();
  protected readonly t = inject(Words).t;
  /** Begins as the roster stood when it was opened; who came meanwhile is the server's to tell. */
  protected readonly order = linkedSignal<readonly StaffMember[], readonly string[]>({
    source: () => this.roster(),
    computation: (roster, previous) => previous?.value ?? roster.map(({ id }) => id),
  });
  protected readonly said = signal('');
  protected readonly isMoved = computed(() => this.order().some((id, index) => this.roster()[index]?.id !== id));

  protected nameOf(id: string): string {
    return this.roster().find((one) => one.id === id)?.name ?? '';
  }

  protected isAway(id: string): boolean {
    return this.roster().find((one) => one.id === id)?.state === 'long_leave';
  }

  protected move(event: Event, index: number, by: number): void {
    event.preventDefault();
    const target = index + by;
    if (target < 0 || target >= this.order().length) return;
    const handle = event.currentTarget;
    this.put(index, target);
    // The list moves the row in the page, which takes the focus from it.
    if (handle instanceof HTMLElement) setTimeout(() => handle.focus());
  }

  protected put(from: CdkDragDrop<unknown>['previousIndex'], to: number): void {
    const order = [...this.order()];
    moveItemInArray(order, from, to);
    this.order.set(order);
    this.said.set(this.t('people.roster.handle', { name: this.nameOf(order[to] ?? ''), place: to + 1 }));
  }
}
