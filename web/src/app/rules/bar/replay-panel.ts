import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { ReplayAnswer, ReplayedArrival, ReplayedOutcome } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

/** A day's arrivals as they were decided and as the draft would have decided them. */
@Component({
  selector: 'lj-replay-panel',
  template: `
    <label class="line">{{ t('rules.replay.day') }} <input type="date" [max]="today()" #day [value]="date()" (change)="ask(day.value)" /></label>
    @if (answer(); as answer) {
      <p>{{ t('rules.replay.counts', { arrivals: answer.counts.arrivals, differ: answer.counts.differ, receiver: answer.counts.otherReceiver, count: answer.counts.otherCount }) }}</p>
      @if (answer.arrivals.length) {
        <label class="tick"><input type="checkbox" [checked]="all()" (change)="all.set(!all())" />{{ t('rules.replay.all') }}</label>
        <table>
          <thead><tr><th scope="col">{{ t('rules.replay.arrival') }}</th><th scope="col">{{ t('rules.replay.before') }}</th><th scope="col">{{ t('rules.replay.after') }}</th></tr></thead>
          <tbody>
            @for (arrival of shown(); track arrival.visit) {
              <tr>
                <th scope="row">{{ time(arrival) }} {{ arrival.customerLabel }}</th>
                <td [attr.data-head]="t('rules.replay.before')"><del>{{ told(arrival.before) }}</del><p class="quiet">{{ arrival.before.clause }} · {{ t('rules.versions.number', { version: arrival.before.policyVersion }) }}</p></td>
                <td [attr.data-head]="t('rules.replay.after')">
                  @if (arrival.differs) {
                    <ins>{{ told(arrival.after) }}</ins>
                  } @else {
                    {{ t('rules.replay.same') }}
                  }
                  <p class="quiet">{{ arrival.after.clause }}</p>
                </td>
              </tr>
            } @empty {
              <tr><td colspan="3">{{ t('rules.replay.none') }}</td></tr>
            }
          </tbody>
        </table>
      } @else {
        <p class="quiet">{{ t('rules.replay.empty') }}</p>
      }
    } @else {
      <p>{{ t('rules.replay.notYet') }}</p>
    }
  `,
  styleUrls: ['../values/control.css', './panel.css'],
})
export class ReplayPanel {
  readonly answer = input.required<ReplayAnswer | null>();
  readonly today = input.required<string>();
  readonly asked = output<string>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly all = signal(false);
  protected readonly date = linkedSignal(() => this.answer()?.date ?? this.today());
  protected readonly shown = computed(() => (this.answer()?.arrivals ?? []).filter(({ differs }) => this.all() || differs));

  protected ask(date: string): void {
    if (!date) return;
    this.date.set(date);
    this.asked.emit(date);
  }

  protected time({ at }: ReplayedArrival): string {
    return this.#moments.clockTime(at);
  }

  protected told({ receiver, waits, mode, counts, ownership }: ReplayedOutcome): string {
    const who = receiver ? this.t('rules.replay.receives', { name: receiver.name }) : this.t(waits ? 'rules.replay.waits' : 'rules.replay.nobody');
    return [who, this.t(`verdict.mode.${mode}`), this.t(counts ? 'rules.replay.counted' : 'rules.replay.notCounted'), this.t(`verdict.ownership.${ownership}`)].join(this.t('rules.replay.comma'));
  }
}
