import { Component, computed, inject, input } from '@angular/core';
import type { BoardView, LineAgent, PersonRef } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { Slide } from '../shared/motion/slide';

/** The line in order, head first, with each one's place. Those who are away are listed beside it. */
@Component({
  selector: 'lj-line-list',
  imports: [Slide],
  template: `
    <h2>{{ t('board.line') }}</h2>
    @if (calls(); as calls) {
      <p class="calls">{{ calls.next ? t('board.callsNext', { name: calls.next.name }) : t('board.callsNobody') }}</p>
    }
    <ol [style.--rows]="rows().length">
      @for (row of rows(); track row.agent.id) {
        <li [ljSlide]="'line-' + row.agent.id" [class]="row.state">
          <span class="place">{{ row.place }}</span>
          <span class="name">{{ row.agent.name }}</span>
          @if (row.team) {
            <span class="team">{{ row.team }}</span>
          }
          @if (row.makeupTurns) {
            <span class="makeup">{{ t('board.makeup', { count: row.makeupTurns }) }}</span>
          }
          @if (row.standby) {
            <span class="standby">{{ t('board.standby') }}</span>
          }
          <span class="state">{{ t('board.agentState.' + row.state) }}</span>
        </li>
      }
    </ol>
  `,
  styleUrl: './line-list.css',
})
export class LineList {
  /** The whole line, head first. */
  readonly line = input.required<readonly LineAgent[]>();
  readonly standby = input.required<readonly PersonRef[]>();
  /** Whose turn the next call is, where calls have a line of their own. */
  readonly calls = input<BoardView['calls']>(null);
  protected readonly t = inject(Words).t;
  protected readonly rows = computed(() =>
    this.line()
      .map((one, index) => ({ ...one, place: index + 1, standby: this.standby().some((person) => person.id === one.agent.id) }))
      .filter((one) => one.state === 'free' || one.state === 'offered' || one.state === 'receiving'),
  );
}
