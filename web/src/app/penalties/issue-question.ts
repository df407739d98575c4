import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { DealListRow, PenaltyRequest, PenaltyTrigger, PersonRef, Severity } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { AgentChoice } from '../customers/agent-choice';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';

/** Issuing a slip or a penalty: what the schedule knows, and only what its rows ask for. */
@Component({
  selector: 'lj-issue-question',
  imports: [AgentChoice, ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-agent-choice [legend]="t('penalties.who')" [agents]="agents()" [chosen]="agent()" [disabled]="busy()" (chosenChange)="whose($event)" />
      <lj-choice-chips [legend]="t('penalties.what')" [choices]="choices()" [chosen]="trigger() ? [trigger()!.trigger] : []" [disabled]="busy()" (chosenChange)="choose($event[0])" />
      @if (trigger(); as row) {
        @if (row.graded) {
          <lj-choice-chips [legend]="t('penalties.howSerious')" [choices]="grades()" [chosen]="severity() ? [severity()!] : []" [disabled]="busy()" (chosenChange)="grade($event[0])" />
        }
        @for (part of row.pay; track part) {
          <div class="field">
            <label [for]="'pay-' + part">{{ t('penalties.pay.' + part) }}</label>
            <input nz-input [id]="'pay-' + part" type="number" min="0" step="0.01" inputmode="decimal" #box [value]="pay()[part] ?? ''" [disabled]="busy()" (input)="take(part, box.value)" />
          </div>
        }
        @if (row.forfeitsDeal) {
          @if (dealChoices().length) {
            <lj-choice-chips [legend]="t('penalties.deal')" [choices]="dealChoices()" [chosen]="dealId() ? [dealId()] : []" [disabled]="busy()" (chosenChange)="dealId.set($event[0] ?? '')" />
          } @else if (deals() !== null) {
            <p class="quiet">{{ t('penalties.noDeals') }}</p>
          }
        }
      }
      <div class="field">
        <label for="penalty-reason">{{ t('penalties.reason') }}</label>
        <textarea nz-input id="penalty-reason" rows="3" maxlength="500" #words [value]="reason()" [disabled]="busy()" (input)="reason.set(words.value)"></textarea>
      </div>
      <p class="quiet">{{ t('penalties.means') }}</p>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="!complete() || busy()">{{ t('penalties.issue') }}</button>
    </form>
  `,
  styleUrl: '../disputes/ruling-question.css',
})
export class IssueQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  readonly triggers = input.required<readonly PenaltyTrigger[]>();
  /** The chosen agent's deals; null until they are read. */
  readonly deals = input<readonly DealListRow[] | null>(null);
  readonly busy = input(false);
  readonly answered = output<PenaltyRequest>();
  readonly agentChosen = output<string>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly agent = signal<string | null>(null);
  protected readonly trigger = signal<PenaltyTrigger | null>(null);
  protected readonly severity = signal<Severity | null>(null);
  protected readonly pay = signal<Readonly<Partial<Record<PenaltyTrigger['pay'][number], number>>>>({});
  protected readonly dealId = signal('');
  protected readonly reason = signal('');
  protected readonly choices = computed(() => this.triggers().map(({ trigger, clause }) => ({ value: trigger, label: this.#words.has(`penalties.trigger.${trigger}`) ? this.t(`penalties.trigger.${trigger}`) : trigger.replaceAll('_', ' '), hint: clause })));
  protected readonly grades = computed(() => (['ordinary', 'serious'] as const).map((value) => ({ value, label: this.t(`penalties.severity.${value}`) })));
  protected readonly dealChoices = computed(() => (this.deals() ?? []).map(({ id, unit, buyer, businessDate }) => ({ value: id, label: [unit, buyer.label].filter(Boolean).join(' · '), hint: businessDate })));
  protected readonly complete = computed(() => {
    const row = this.trigger();
    return this.agent() !== null && row !== null && this.reason().trim() !== '' && (!row.graded || this.severity() !== null) && (!row.forfeitsDeal || this.dealId() !== '');
  });

  protected whose(agent: string | null): void {
    this.agent.set(agent);
    this.dealId.set('');
    if (agent !== null) this.agentChosen.emit(agent);
  }

  protected choose(trigger: string | undefined): void {
    this.trigger.set(this.triggers().find((one) => one.trigger === trigger) ?? null);
    this.severity.set(null);
  }

  protected grade(severity: string | undefined): void {
    if (severity === 'ordinary' || severity === 'serious') this.severity.set(severity);
  }

  protected take(part: PenaltyTrigger['pay'][number], amount: string): void {
    this.pay.update((pay) => ({ ...pay, [part]: Number(amount) || 0 }));
  }

  protected send(): void {
    const [agentId, row] = [this.agent(), this.trigger()];
    if (agentId === null || row === null || !this.complete() || this.busy()) return;
    const pay = Object.fromEntries(row.pay.map((part) => [part, Math.round((this.pay()[part] ?? 0) * 100)]));
    this.answered.emit({ agentId, trigger: row.trigger, severity: row.graded ? this.severity() : null, reason: this.reason().trim(), ...pay, ...row.forfeitsDeal ? { dealId: this.dealId() } : {} });
  }
}
