import { Component, computed, inject, linkedSignal, output, signal } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ConfirmDialog } from '../../shared/confirm/confirm-dialog';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { WebhookDeliveries } from './webhook-deliveries';
import { WebhookStore } from './webhook-store';

/** Where the office's reminders are posted: the address, its switch, its secret, a test, and what became of the last ones. */
@Component({
  selector: 'lj-webhook-outlet',
  imports: [ConfirmDialog, NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote, WebhookDeliveries],
  providers: [WebhookStore],
  templateUrl: './webhook-outlet.html',
  styleUrls: ['../person-form.css', './webhook-outlet.css'],
})
export class WebhookOutlet {
  readonly done = output<string>();
  protected readonly store = inject(WebhookStore);
  protected readonly t = inject(Words).t;
  protected readonly url = linkedSignal(() => this.store.view()?.outlet?.url ?? '');
  protected readonly on = linkedSignal(() => this.store.view()?.outlet?.on ?? true);
  protected readonly saved = computed(() => this.store.view()?.outlet ?? null);
  protected readonly asksRenewal = signal(false);
  protected readonly isChanged = computed(() => this.url().trim() !== (this.saved()?.url ?? '') || this.on() !== (this.saved()?.on ?? true));

  constructor() {
    void this.store.load();
  }

  protected renew(yes: boolean): void {
    this.asksRenewal.set(false);
    if (yes) void this.store.renewSecret();
  }

  protected async save(): Promise<void> {
    if (await this.store.save({ url: this.url().trim(), on: this.on() })) this.done.emit(this.t('people.webhook.done'));
  }
}
