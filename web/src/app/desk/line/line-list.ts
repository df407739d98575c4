import { Component, computed, inject, input, output } from '@angular/core';
import type { LineAgent, PersonRef } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

/** The line in order with each agent's state, and who has not signed in; a tap opens what can be done for them. */
@Component({
  selector: 'lj-line-list',
  imports: [NzButtonComponent],
  template: `
    <ol>
      @for (one of told(); track one.agent.id) {
        <li>
          <button type="button" (click)="chosen.emit(one)" [class]="one.state">
            <span class="place figures">{{ $index + 1 }}</span>
            <strong>{{ one.agent.name }}</strong>
            @if (one.team) {
              <span class="team">{{ one.team }}</span>
            }
            @if (one.makeupTurns) {
              <span class="makeup">{{ t('desk.line.makeup', { count: one.makeupTurns }) }}</span>
            }
            <span class="state">{{ one.words }}</span>
          </button>
        </li>
      }
    </ol>
    @if (notSignedIn().length) {
      <h3>{{ t('desk.line.notSignedIn') }}</h3>
      <div class="absent">
        @for (agent of notSignedIn(); track agent.id) {
          <button nz-button type="button" [disabled]="busy()" (click)="signedIn.emit(agent)">{{ t('desk.line.signIn', { name: agent.name }) }}</button>
        }
      </div>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    ol { display: grid; border-block-start: 1px solid var(--rule); }
    li button { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; inline-size: 100%; min-block-size: 48px; padding: 0.25rem 0.5rem; border: 0; border-block-end: 1px solid var(--rule); background: transparent; text-align: start; cursor: pointer; }
    li button:hover { background: var(--hover); }
    li button:focus-visible { outline-offset: -3px; }
    .place { min-inline-size: 1.25rem; color: var(--ink-quiet); }
    .state { margin-inline-start: auto; color: var(--ink-quiet); font-size: var(--text-small); }
    .team { color: var(--ink-quiet); font-size: var(--text-small); }
    .receiving .state { color: var(--receiving); }
    .offered .state { color: var(--accent); font-weight: 600; }
    .suspended strong { text-decoration: line-through; }
    .makeup { padding: 0 0.375rem; border-radius: 4px; background: var(--makeup-soft); color: var(--makeup); font-size: var(--text-small); }
    .absent { display: flex; flex-wrap: wrap; gap: var(--gap-small); }
    .absent button { min-block-size: 48px; }
  `,
})
export class LineList {
  readonly line = input.required<readonly LineAgent[]>();
  readonly notSignedIn = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  readonly chosen = output<LineAgent>();
  readonly signedIn = output<PersonRef>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly told = computed(() => this.line().map((one) => ({ ...one, words: this.#wordsOf(one) })));

  #wordsOf({ state, reason, since, suspendedUntil }: LineAgent): string {
    if (state === 'out' && reason) {
      const why = this.t(`verdict.absence.${reason}`);
      return since === null ? this.t('desk.line.out', { why }) : this.t('desk.line.outSince', { why, since: this.#moments.time(since) });
    }
    if (state === 'suspended' && suspendedUntil !== null) return this.t('desk.line.suspendedUntil', { until: this.#moments.time(suspendedUntil) });
    if (state === 'receiving' && since !== null) return this.t('desk.line.receivingSince', { since: this.#moments.time(since) });
    return this.t(`reception.state.${state}`);
  }
}
