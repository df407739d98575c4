import { Component, computed, inject, input, output } from '@angular/core';
import type { BoardView, LineAgent, PersonRef, VisitRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';
import { CoverNote } from '../../reception/cover-note';
import { DoorNote } from '../../reception/door-note';
import { LineList } from './line-list';

/** The line beside the desk: presence for everybody, and for a manager the order, the claims to rule on and the end of the day. */
@Component({
  selector: 'lj-line-panel',
  imports: [CoverNote, DoorNote, LineList, NzButtonComponent],
  template: `
    <header>
      <h2>{{ t('desk.line.title') }}</h2>
      @if (rules() && board().line.length > 1) {
        <button nz-button type="button" (click)="orderAsked.emit()">{{ t('desk.order.open') }}</button>
      }
    </header>
    @if (rules() && claims().length) {
      <ul class="claims">
        @for (row of claims(); track row.id) {
          <li>
            <button nz-button type="button" (click)="rulingAsked.emit(row)">{{ t('desk.line.claim', { name: row.receiver?.name ?? '', customer: row.customerLabel }) }}</button>
          </li>
        }
      </ul>
    }
    @if (board().day === 'open') {
      <lj-cover-note [cover]="board().cover" [now]="now()" />
      @if (board().door; as door) {
        <lj-door-note mayChange [door]="door" [busy]="busy()" (changed)="doorChanged.emit($event)" />
      }
    }
    @if (!board().line.length) {
      <p class="quiet">{{ t('desk.line.empty') }}</p>
    }
    <lj-line-list [line]="board().line" [notSignedIn]="board().notSignedIn" [busy]="busy()" (chosen)="agentAsked.emit($event)" (signedIn)="signedIn.emit($event)" />
    @if (rules() && board().day === 'open') {
      <button nz-button nzDanger type="button" (click)="closeAsked.emit()">{{ t('desk.day.close') }}</button>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    header { display: flex; align-items: center; justify-content: space-between; gap: var(--gap-small); }
    button { min-block-size: 48px; }
    .claims { display: grid; gap: var(--gap-small); }
    .claims button { inline-size: 100%; block-size: auto; border-color: var(--makeup); color: var(--makeup); text-align: start; white-space: normal; }
  `,
})
export class LinePanel {
  readonly board = input.required<BoardView>();
  readonly rows = input.required<readonly VisitRow[]>();
  /** Manager or supervisor. */
  readonly rules = input(false);
  readonly now = input.required<number>();
  readonly busy = input(false);
  readonly agentAsked = output<LineAgent>();
  readonly signedIn = output<PersonRef>();
  readonly orderAsked = output();
  readonly rulingAsked = output<VisitRow>();
  /** Who is to go to the door. */
  readonly doorChanged = output<string>();
  readonly closeAsked = output();
  protected readonly t = inject(Words).t;
  protected readonly claims = computed(() => this.rows().filter((row) => row.reception?.notCountedClaim?.accepted === null));
}
