import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ArrivalExample, PublishDraftRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { ChoiceChips } from '../../reception/choice-chips';
import type { ApiProblem } from '../../shared/api/api-problem';
import { Clock } from '../../shared/clock/clock';
import { ConfirmDialog } from '../../shared/confirm/confirm-dialog';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import type { Danger } from './dangers';
import { officeClock, officeInstant } from './office-instant';
import type { ToldDifference } from './told-difference';
import { ExampleWords } from './told-example';

const ways = ['now', 'from', 'periods'] as const;

/** From when the draft rules, and why: what changes and what to look at twice stand above the button. */
@Component({
  selector: 'lj-publish-panel',
  imports: [ChoiceChips, ConfirmDialog, NzButtonComponent, ProblemNote],
  templateUrl: './publish-panel.html',
  styleUrls: ['../values/control.css', './panel.css'],
  styles: `
    form { display: grid; gap: 0.5rem; max-inline-size: 52rem; }
    form > label { font-weight: 600; }
    .changes { max-block-size: 16rem; overflow-y: auto; padding-inline-start: 0; }
    .dangers li { padding: 0.375rem 0.75rem; border-inline-start: 3px solid var(--makeup); background: var(--makeup-soft); }
    input[type='datetime-local'] { justify-self: start; }
  `,
})
export class PublishPanel {
  readonly differences = input.required<readonly ToldDifference[]>();
  readonly dangers = input.required<readonly Danger[]>();
  readonly faults = input.required<number>();
  readonly problem = input.required<ApiProblem | null>();
  readonly busy = input(false);
  readonly published = output<Omit<PublishDraftRequest, 'draftRevision'>>();
  readonly discarded = output();
  readonly #zone = inject(Session).office()?.timeZone ?? 'Asia/Shanghai';
  readonly #clock = inject(Clock);
  readonly #examples = inject(ExampleWords);
  protected readonly t = inject(Words).t;
  protected readonly shownChanges = 12;
  protected readonly earliest = signal(officeClock(this.#clock.read(), this.#zone));
  protected readonly when = signal<(typeof ways)[number]>('now');
  protected readonly moment = signal('');
  protected readonly note = signal('');
  protected readonly confirming = signal(false);
  protected readonly discarding = signal(false);
  protected readonly whens = computed(() => ways.map((value) => ({ value, label: this.t(`rules.publish.way.${value}`), hint: this.t(`rules.publish.hint.${value}`) })));
  protected readonly effectiveFrom = computed(() => officeInstant(this.moment(), this.#zone));
  protected readonly ready = computed(() => this.differences().length > 0 && this.note().trim() !== '' && (this.when() !== 'from' || this.effectiveFrom() !== null));
  protected readonly means = computed(() => this.t(`rules.publish.means.${this.when()}`, { count: this.differences().length, from: this.moment().replace('T', ' ') }));
  /** A refusal brings an example of each kind of arrival that nothing decides. */
  protected readonly examples = computed<readonly string[]>(() => {
    const examples = this.problem()?.data['examples'];
    return Array.isArray(examples) ? (examples as readonly ArrivalExample[]).map((example) => this.#examples.of(example)) : [];
  });

  protected choose([value]: readonly string[]): void {
    this.when.set(ways.find((way) => way === value) ?? 'now');
  }

  protected publish(yes: boolean): void {
    this.confirming.set(false);
    if (!yes || !this.ready()) return;
    const from = this.effectiveFrom();
    this.published.emit({ note: this.note().trim(), ...(this.when() === 'from' && from !== null ? { effectiveFrom: from } : {}), ...(this.when() === 'periods' ? { forPeriodsOnly: true } : {}) });
  }

  protected discard(yes: boolean): void {
    this.discarding.set(false);
    if (yes) this.discarded.emit();
  }
}
