import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import type { PolicyVersionRow } from '@lunjie/contracts';
import { rulesInWords } from '@lunjie/policy';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Session } from '../../shared/session/session';
import { isTable, valueOfPath } from '../values/rule-words';
import { RulesOutline, type OutlineEntry } from './rules-outline';
import type { VersionOfRules } from './rules-store';

/** A published version as the office's written rules: outline, statements, sources; printed it is the paper itself. */
@Component({
  selector: 'lj-rules-in-words',
  imports: [NzButtonComponent, RulesOutline],
  templateUrl: './rules-in-words.html',
  styleUrl: './rules-in-words.css',
})
export class RulesInWords {
  readonly rules = input.required<VersionOfRules>();
  readonly row = input.required<PolicyVersionRow>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  protected readonly t = this.#words.t;
  protected readonly isTable = isTable;
  protected readonly at = signal<string | null>(null);
  protected readonly office = computed(() => this.#session.office()?.officeName ?? '');
  protected readonly sections = computed(() => rulesInWords(this.rules().policy, this.#words.language()));
  protected readonly outline = computed(() => this.sections().map(({ id, title }): OutlineEntry => ({ id, title, changes: 0, faults: 0 })));
  protected readonly title = computed(() => this.t('rules.read.title', { name: this.rules().policy.name[this.#words.language()], version: this.rules().version }));
  protected readonly told = computed(() => {
    const { effectiveFrom, forPeriodsOnly, publishedAt, publishedBy } = this.row();
    const published = { by: publishedBy.name || this.t('rules.read.system'), at: this.#moments.fullTime(publishedAt) };
    return forPeriodsOnly ? this.t('rules.read.forPeriods', published) : this.t('rules.read.from', { from: this.#moments.fullTime(effectiveFrom), ...published });
  });

  protected help(path: string): string | null {
    return valueOfPath(path)?.words.help?.[this.#words.language()] ?? null;
  }

  protected goTo(id: string): void {
    this.at.set(id);
    const heading = this.#document.getElementById(`rules-title-${id}`);
    heading?.parentElement?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
