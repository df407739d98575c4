import { Component, computed, inject, input } from '@angular/core';
import type { Claimant, ConflictDecision } from '@lunjie/contracts';
import { valueWords } from '@lunjie/policy';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';

/** Two agents called one customer theirs: who has them, by which principle, and what each could show. */
@Component({
  selector: 'lj-conflict-card',
  template: `
    <p><strong>{{ t('claims.ruling.theirs', { name: name(decision().owner) }) }}</strong> {{ principle() }}</p>
    <ul>
      @for (one of told(); track one.agent) {
        <li><strong>{{ one.agent }}</strong> <span>{{ one.registered }}</span> <span>{{ one.validity }}</span> <span class="quiet">{{ one.more }}</span></li>
      }
    </ul>
  `,
  styles: `
    :host, ul { display: grid; gap: 0.25rem; }
    li { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  `,
})
export class ConflictCard {
  readonly decision = input.required<ConflictDecision>();
  readonly names = input.required<Names>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  protected readonly name = (agent: string) => this.#speech.name(agent);
  protected readonly principle = computed(() => {
    const principle = this.decision().principle;
    const known: Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>> = valueWords.attribution.principle_order.options;
    return principle === null ? this.t('claims.conflict.alike') : this.t('claims.conflict.by', { principle: known[principle]?.[this.#words.language()] ?? principle });
  });
  protected readonly told = computed(() => this.decision().claimants.map((one) => ({
    agent: this.name(one.agent), registered: one.registeredAt === null ? this.t('claims.conflict.unregistered') : this.t('claims.conflict.registered', { at: this.#moments.time(one.registeredAt) }),
    validity: this.#validity(one), more: this.#more(one),
  })));

  #validity({ validUntil, valid }: Claimant): string {
    if (validUntil === null) return this.t(valid ? 'customers.validity.forever' : 'customers.state.none');
    return this.t(valid ? 'claims.conflict.valid' : 'claims.conflict.lapsed', { day: this.#moments.day(validUntil) });
  }

  #more({ wished, closed, escorted, contactsLogged }: Claimant): string {
    const said = [wished && 'wished', closed && 'closed', escorted && 'escorted'].flatMap((one) => one ? [this.t(`claims.conflict.${one}`)] : []);
    return [...said, this.t('claims.conflict.logged', { count: contactsLogged })].join(this.t('verdict.label.list'));
  }
}
