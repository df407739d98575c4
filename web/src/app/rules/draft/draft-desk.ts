import { Component, DOCUMENT, afterNextRender, computed, effect, inject, Injector, input, output, signal, untracked } from '@angular/core';
import type { PublishDraftRequest, ReplayAnswer } from '@lunjie/contracts';
import { analyse, differenceOf, type PolicyDocument } from '@lunjie/policy';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { dangersOf } from '../bar/dangers';
import { DifferencePanel } from '../bar/difference-panel';
import { DraftBar, type PanelId } from '../bar/draft-bar';
import { GapsPanel } from '../bar/gaps-panel';
import { PublishPanel } from '../bar/publish-panel';
import { ReplayPanel } from '../bar/replay-panel';
import { ScenarioPanel } from '../bar/scenario-panel';
import { StartPanel } from '../bar/start-panel';
import { DifferenceWords } from '../bar/told-difference';
import { rowsOf } from '../table/row-editing';
import { partOfPath } from '../values/rule-words';
import { CheckStore } from './check-store';
import { DraftEditor } from './draft-editor';
import { RulesStore } from '../reading/rules-store';
import { DraftStore, type DraftBase } from './draft-store';
import { Publishing } from './publishing';

/** The admin's desk: the draft, the bar over it, and the panel that was opened from it. */
@Component({
  selector: 'lj-draft-desk',
  host: { '(window:beforeunload)': 'hold($event)' },
  imports: [DifferencePanel, DraftBar, DraftEditor, GapsPanel, NzButtonComponent, NzSkeletonComponent, ProblemNote, PublishPanel, ReplayPanel, ScenarioPanel, StartPanel],
  providers: [DraftStore, CheckStore, Publishing],
  templateUrl: './draft-desk.html',
  styles: `
    :host { display: grid; gap: var(--gap); min-inline-size: 0; }
    .top { position: sticky; z-index: 2; inset-block-start: var(--bar-height); margin-inline: calc(-1 * var(--gap)); padding: 0.5rem var(--gap); border-block-end: 1px solid var(--rule); background: var(--ground); }
    .panel { display: grid; gap: 0.75rem; padding: var(--gap); border: 1px solid var(--accent); border-radius: var(--corner); background: var(--surface); min-inline-size: 0; scroll-margin-block-start: 9rem; }
    .panel > header { display: flex; align-items: center; justify-content: space-between; gap: var(--gap); }
    .conflict { display: grid; gap: var(--gap-small); padding: var(--gap); border: 1px solid var(--danger); border-radius: var(--corner); background: var(--waiting-soft); }
    .answers { display: flex; flex-wrap: wrap; gap: var(--gap-small); }
    [role='status']:empty { display: none; }
    .done { padding: 0.5rem 0.75rem; border-radius: var(--corner); background: var(--receiving-soft); color: var(--receiving); font-weight: 600; }
    .narrow { display: none; }
    @media (max-width: 640px) {
      .top { position: static; }
      .narrow { display: block; }
    }
  `,
})
export class DraftDesk {
  readonly part = input.required<string>();
  /** The version somebody wants to begin the draft from. */
  readonly from = input<number | null>(null);
  readonly partChange = output<string>();
  protected readonly draft = inject(DraftStore);
  protected readonly check = inject(CheckStore);
  protected readonly rules = inject(RulesStore);
  protected readonly publishing = inject(Publishing);
  readonly #differences = inject(DifferenceWords);
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  protected readonly t = inject(Words).t;
  protected readonly today = inject(Moments).today();
  protected readonly panel = signal<PanelId | null>(null);
  protected readonly target = signal<{ readonly path: string } | null>(null);
  protected readonly publishedVersion = signal<number | null>(null);
  protected readonly begun = signal(false);
  readonly #otherDay = signal<ReplayAnswer | null>(null);
  readonly #lastFault = signal(-1);
  protected readonly replayShown = computed(() => this.#otherDay() ?? this.check.replay());
  protected readonly rows = computed(() => rowsOf('reception', this.draft.valueAt('/tables/reception')));
  /** Looked through once a version: what it leaves to the order is nothing the draft brings. */
  protected readonly analysisInForce = computed(() => {
    const policy = this.draft.before();
    return policy ? analyse(policy) : null;
  });
  protected readonly differences = computed(() => {
    const difference = this.check.difference();
    return difference ? this.#differences.of(difference, this.draft.before(), this.draft.document()) : [];
  });
  /** A draft that says the same as the rules in force changes nothing, though earlier arrivals of today had other rules. */
  protected readonly changedToday = computed(() => this.check.difference()?.count === 0 ? 0 : this.check.replay()?.counts.differ ?? null);
  protected readonly dangers = computed(() => {
    const difference = this.check.difference();
    return difference ? dangersOf(difference, this.check.analysis(), this.analysisInForce(), this.check.replay()?.counts.differ ?? 0, this.draft.valueAt('/values/change/effect')) : [];
  });
  protected readonly conflictCount = computed(() => {
    const theirs = this.draft.theirs()?.document;
    return theirs ? differenceOf(theirs as unknown as PolicyDocument, this.draft.document()).count : 0;
  });

  constructor() {
    void this.draft.load();
    effect(() => {
      if (this.from() !== null) untracked(() => this.open('start'));
    });
  }

  /** What is not saved yet would be lost with the window. */
  protected hold(event: BeforeUnloadEvent): void {
    if (this.draft.unsaved()) event.preventDefault();
  }

  protected toggle(panel: PanelId): void {
    this.publishing.dismissProblem();
    this.#otherDay.set(null);
    this.publishedVersion.set(null);
    this.open(this.panel() === panel ? null : panel);
  }

  protected open(panel: PanelId | null): void {
    this.begun.set(false);
    this.panel.set(panel);
    if (panel === 'start') this.rules.readPresets();
    if (this.panel()) afterNextRender(() => this.#document.getElementById('rules-panel')?.focus(), { injector: this.#injector });
  }

  protected jump(path: string): void {
    this.partChange.emit(partOfPath(path));
    this.target.set({ path });
  }

  protected toNextFault(): void {
    const faults = this.check.faults();
    const next = (this.#lastFault() + 1) % faults.length;
    this.#lastFault.set(next);
    const fault = faults[next];
    if (fault) this.jump(fault.path);
  }

  protected async start(base: DraftBase): Promise<void> {
    if (!(await this.draft.startFrom(base))) return;
    this.open(null);
    this.begun.set(true);
  }

  protected async replay(date: string): Promise<void> {
    this.#otherDay.set(await this.check.replayOf(date));
  }

  protected async publish(request: Omit<PublishDraftRequest, 'draftRevision'>): Promise<void> {
    const version = await this.publishing.publish(request);
    if (version === null) return;
    this.panel.set(null);
    this.publishedVersion.set(version);
  }
}
