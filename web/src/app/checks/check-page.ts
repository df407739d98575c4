import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CheckCorrectionRequest, CheckView, FindingView, PenaltiesView, PenaltyTrigger } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { OfficeApi } from '../reception/office-api';
import { Sheet } from '../reception/sheet';
import { pageActs } from '../shared/api/acts';
import { Moments } from '../shared/clock/moments';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { CorrectionQuestion } from './correction-question';

/** One check: what was found, what was added, and its publication. */
@Component({
  selector: 'lj-check-page',
  imports: [ConfirmDialog, CorrectionQuestion, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet, StaleNote],
  templateUrl: './check-page.html',
  styleUrl: './check-page.css',
})
export default class CheckPage {
  /** From the address. */
  readonly id = input.required<string>();
  readonly #api = inject(OfficeApi);
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  protected readonly reading = liveReading<CheckView>(computed(() => `checks/${encodeURIComponent(this.id())}`));
  readonly #acts = pageActs(() => void this.reading.refresh());
  protected readonly t = this.#words.t;
  protected readonly busy = this.#acts.busy;
  protected readonly problem = this.#acts.problem;
  protected readonly language = this.#words.language;
  protected readonly asksToPublish = signal(false);
  protected readonly correcting = signal<FindingView | null>(null);
  protected readonly triggers = signal<readonly PenaltyTrigger[]>([]);
  protected readonly told = computed(() => {
    const check = this.reading.value();
    if (!check) return null;
    const language = this.#words.language();
    return {
      check, heading: [this.t(`checks.kind.${check.kind}`), check.place[language]].join(' · '), who: check.agents.map(({ name }) => name).join(this.t('verdict.label.list')), at: this.#moments.time(check.checkedAt), iso: this.#moments.iso(check.checkedAt),
      score: this.t('checks.score', { met: check.met, looked: check.looked }), state: check.published ? this.t('checks.publishedBy', { name: check.published.by.name, at: this.#moments.time(check.published.at) }) : this.t('checks.hiddenMeans'),
      findings: check.findings.map((finding) => ({
        finding, text: finding.text[language], whose: finding.agent?.name ?? this.t('checks.thePlace'), brings: finding.now.brings === 'nothing' ? null : this.t(`checks.outcome.${finding.now.brings}`),
        corrections: finding.corrections.map((one) => ({ ...one, told: this.t('checks.correctedTo', { result: this.t(`checks.result.${one.result}`), name: one.by.name, at: this.#moments.time(one.at) }) })),
      })),
    };
  });

  protected async publish(yes: boolean): Promise<void> {
    this.asksToPublish.set(false);
    if (yes && await this.#acts.happens(() => this.#api.post(`/checks/${encodeURIComponent(this.id())}/publication`))) this.#message.success(this.t('checks.done.published'));
  }

  protected async askToCorrect(finding: FindingView | null): Promise<void> {
    this.#acts.tell(null);
    if (finding !== null && this.triggers().length === 0) {
      const read = await this.#acts.fetched(() => this.#api.get<PenaltiesView>('/penalties'));
      this.triggers.set(read?.triggers ?? []);
    }
    this.correcting.set(finding);
  }

  protected async correct(correction: CheckCorrectionRequest): Promise<void> {
    if (!await this.#acts.happens(() => this.#api.post(`/checks/${encodeURIComponent(this.id())}/corrections`, correction))) return;
    this.correcting.set(null);
    this.#message.success(this.t('checks.done.corrected'));
  }
}
