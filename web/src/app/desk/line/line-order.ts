import { CdkDrag, CdkDragHandle, CdkDropList, moveItemInArray, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { LineAgent } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../../shared/language/words';

/** The manager puts the line in another order, by drag or by keys, and says why. */
@Component({
  selector: 'lj-line-order',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p class="quiet">{{ t('desk.order.how') }}</p>
      <ol cdkDropList (cdkDropListDropped)="drop($event)">
        @for (id of order(); track id) {
          <li cdkDrag>
            <button type="button" class="handle" cdkDragHandle [attr.aria-label]="t('desk.order.handle', { name: nameOf(id), place: $index + 1 })" (keydown.arrowup)="move($event, $index, -1)" (keydown.arrowdown)="move($event, $index, 1)">
              <span class="figures">{{ $index + 1 }}</span>
              <strong>{{ nameOf(id) }}</strong>
              <span class="grip" aria-hidden="true">⠿</span>
            </button>
          </li>
        }
      </ol>
      <p class="for-screen-readers" role="status">{{ said() }}</p>
      <label for="order-why">{{ t('desk.order.why') }}</label>
      <input nz-input id="order-why" type="text" maxlength="200" required #box [value]="why()" (input)="why.set(box.value)" />
      <div class="pair">
        <button nz-button nzSize="large" type="button" (click)="cancelled.emit()">{{ t('shell.cancel') }}</button>
        <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !why().trim() || !isMoved()">{{ t('desk.order.send') }}</button>
      </div>
    </form>
  `,
  styleUrls: ['../../reception/question.css', './line-order.css'],
})
export class LineOrder {
  readonly line = input.required<readonly LineAgent[]>();
  readonly busy = input(false);
  readonly answered = output<{ order: readonly string[]; reason: string }>();
  readonly cancelled = output();
  protected readonly t = inject(Words).t;
  /** Begins as the line stood when the question was opened: a turn taken meanwhile is the server's to refuse. */
  protected readonly order = linkedSignal<readonly LineAgent[], readonly string[]>({
    source: () => this.line(),
    computation: (line, previous) => previous?.value ?? line.map((one) => one.agent.id),
  });
  protected readonly why = signal('');
  protected readonly said = signal('');
  protected readonly isMoved = computed(() => this.order().some((id, index) => this.line()[index]?.agent.id !== id));

  protected nameOf(id: string): string {
    return this.line().find((one) => one.agent.id === id)?.agent.name ?? '';
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.#put(previousIndex, currentIndex);
  }

  protected move(event: Event, index: number, by: number): void {
    event.preventDefault();
    const target = index + by;
    if (target < 0 || target >= this.order().length) return;
    const handle = event.currentTarget;
    this.#put(index, target);
    // The list moves the row in the page, which takes the focus from it.
    if (handle instanceof HTMLElement) setTimeout(() => handle.focus());
  }

  protected send(): void {
    this.answered.emit({ order: this.order(), reason: this.why().trim() });
  }

  #put(from: number, to: number): void {
    const order = [...this.order()];
    moveItemInArray(order, from, to);
    this.order.set(order);
    this.said.set(this.t('desk.order.handle', { name: this.nameOf(order[to] ?? ''), place: to + 1 }));
  }
}
