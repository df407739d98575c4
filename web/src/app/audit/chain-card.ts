import { Component, computed, inject, input, output } from '@angular/core';
import type { ChainState } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { faultInWords } from './told-entry';

/** Whether the register holds: how long it is, when somebody last re-read all of it, and what was found. */
@Component({
  selector: 'lj-chain-card',
  imports: [NzButtonComponent, NzIconDirective],
  template: `
    <section [class]="outcome()" [attr.aria-label]="t('audit.chain.title')">
      <nz-icon [nzType]="outcome() === 'holds' ? 'check-circle' : 'exclamation-circle'" aria-hidden="true" />
      <div class="words">
        <h2 aria-live="polite">{{ sentence() }}</h2>
        <p class="quiet">
          {{ t('audit.chain.entries', { count: state().entries }) }}
          @if (state().head) {
            · {{ t('audit.chain.head') }} <code [attr.title]="state().head">{{ state().head.slice(0, 12) }}</code>
          }
        </p>
        @if (last(); as last) {
          <p class="quiet">{{ last }}</p>
        }
      </div>
      <button nz-button type="button" [disabled]="busy()" (click)="verified.emit()">{{ t(busy() ? 'audit.chain.verifying' : 'audit.chain.verify') }}</button>
    </section>
  `,
  styles: `
    section { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 0.25rem 0.875rem; padding: 0.75rem var(--gap); border: 1px solid var(--rule); border-radius: var(--corner); background: var(--surface); }
    nz-icon { font-size: 1.5rem; color: var(--away); }
    .words { display: grid; gap: 0.125rem; }
    h2 { font-size: 1rem; }
    code { font-family: ui-monospace, monospace; }
    .holds { border-color: var(--receiving); }
    .holds nz-icon { color: var(--receiving); }
    .broken { border-color: var(--danger); background: var(--waiting-soft); }
    .broken nz-icon, .broken h2 { color: var(--danger); }
    .broken .quiet { color: var(--ink); }
    @media (max-width: 640px) {
      section { grid-template-columns: auto 1fr; }
      button { grid-column: 1 / -1; margin-block-start: 0.5rem; }
    }
  `,
})
export class ChainCard {
  readonly state = input.required<ChainState>();
  readonly busy = input(false);
  readonly verified = output();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly outcome = computed(() => {
    const last = this.state().lastVerification;
    return last === null ? 'unknown' : last.fault ? 'broken' : 'holds';
  });
  protected readonly sentence = computed(() => {
    const last = this.state().lastVerification;
    if (!last) return this.t('audit.chain.never');
    return last.fault ? faultInWords({ ...last.fault }, { t: this.t }) : this.t('audit.chain.holds');
  });
  protected readonly last = computed(() => {
    const last = this.state().lastVerification;
    if (!last) return '';
    const said = this.t('audit.chain.last', { time: this.#moments.time(last.at), name: last.by?.name ?? this.t('audit.system'), entries: last.entries, postings: last.postings });
    const since = this.state().entries - last.entries;
    return since > 0 && !last.fault ? `${said} ${this.t('audit.chain.since', { count: since })}` : said;
  });
}
