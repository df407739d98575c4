import { Component, computed, inject, input, output, signal } from '@angular/core';
import { householdRelations, type CustomerRef, type HouseholdRelation, type LinkRequest, type MergeRequest, type ReferralRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import { CustomerPicker } from '../customer-picker';

/** Who is family, company or group with the customer, and what they are to them. */
@Component({
  selector: 'lj-link-question',
  imports: [ChoiceChips, CustomerPicker, NzButtonComponent],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-customer-picker [legend]="t('customers.household.other')" [chosen]="other()" [except]="customer()" (chosenChange)="other.set($event)" />
      <lj-choice-chips [legend]="t('customers.household.is')" [choices]="relations()" [chosen]="relation() ? [relation()!] : []" [disabled]="busy()" (chosenChange)="choose($event)" />
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !relation() || other().length === 0">{{ t('customers.household.link') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class LinkQuestion {
  readonly customer = input.required<string>();
  readonly busy = input(false);
  readonly answered = output<LinkRequest>();
  protected readonly t = inject(Words).t;
  protected readonly other = signal<readonly CustomerRef[]>([]);
  protected readonly relation = signal<HouseholdRelation | null>(null);
  protected readonly relations = computed(() => householdRelations.map((value) => ({ value, label: this.t(`reception.relation.${value}`) })));

  protected choose([value]: readonly string[]): void {
    this.relation.set(householdRelations.find((one) => one === value) ?? null);
  }

  protected send(): void {
    const [other, relation] = [this.other()[0], this.relation()];
    if (other && relation) this.answered.emit({ other: other.id, relation });
  }
}

/** Who brought the customer; several at once. */
@Component({
  selector: 'lj-referral-question',
  imports: [CustomerPicker, NzButtonComponent],
  template: `
    <form (submit)="$event.preventDefault(); answered.emit({ referrers: ids(), askedFor: askedFor() })">
      <lj-customer-picker [legend]="t('customers.referral.who')" [chosen]="referrers()" [except]="customer()" [several]="true" (chosenChange)="referrers.set($event)" />
      <label class="tick"><input type="checkbox" #tick [checked]="askedFor()" (change)="askedFor.set(tick.checked)" /> {{ t('customers.referral.askedFor') }}</label>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || referrers().length === 0">{{ t('customers.referral.add') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class ReferralQuestion {
  readonly customer = input.required<string>();
  readonly busy = input(false);
  readonly answered = output<ReferralRequest>();
  protected readonly t = inject(Words).t;
  protected readonly referrers = signal<readonly CustomerRef[]>([]);
  protected readonly askedFor = signal(false);
  protected readonly ids = computed(() => this.referrers().map(({ id }) => id));
}

/** Two entries of one person made one: this one is read from now on. */
@Component({
  selector: 'lj-merge-question',
  imports: [CustomerPicker, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('customers.merge.means') }}</p>
      <lj-customer-picker [legend]="t('customers.merge.from')" [chosen]="from()" [except]="customer()" (chosenChange)="from.set($event)" />
      <div class="field">
        <label for="merge-reason">{{ t('customers.reason') }}</label>
        <input nz-input id="merge-reason" type="text" maxlength="200" autocomplete="off" #box [value]="reason()" (input)="reason.set(box.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || from().length === 0 || !reason().trim()">{{ t('customers.merge.act') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class MergeQuestion {
  readonly customer = input.required<string>();
  readonly busy = input(false);
  readonly answered = output<MergeRequest>();
  protected readonly t = inject(Words).t;
  protected readonly from = signal<readonly CustomerRef[]>([]);
  protected readonly reason = signal('');

  protected send(): void {
    const from = this.from()[0];
    if (from && this.reason().trim()) this.answered.emit({ from: from.id, reason: this.reason().trim() });
  }
}
