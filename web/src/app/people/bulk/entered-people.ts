import { Component, afterNextRender, computed, inject, input, output, viewChild, type ElementRef } from '@angular/core';
import type { BulkEntryAnswer } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { Words } from '../../shared/language/words';

/** Who was just entered, with the passwords made for them. It stands on the page, where no stray tap or Esc takes it away. */
@Component({
  selector: 'lj-entered-people',
  imports: [NzButtonComponent],
  template: `
    <section aria-labelledby="entered-people">
      <h2 id="entered-people" tabindex="-1" #heading>{{ t('people.bulk.entered', { count: people().length }) }}</h2>
      @if (showsPasswords()) {
        <p class="warning">{{ t('people.bulk.once') }}</p>
      }
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('people.bulk.passwords')">
        <table>
          <thead><tr><th scope="col">{{ t('people.field.name') }}</th><th scope="col">{{ t('people.field.account') }}</th><th scope="col">{{ t('people.field.password') }}</th></tr></thead>
          <tbody>
            @for (person of people(); track person.id) {
              <tr><th scope="row">{{ person.name }}</th><td>{{ person.account }}</td><td class="password">{{ person.initialPassword ?? t('people.bulk.given') }}</td></tr>
            }
          </tbody>
        </table>
      </div>
      <div class="acts">
        <button nz-button type="button" (click)="copy()">{{ t('people.bulk.copy') }}</button>
        <button nz-button nzType="primary" type="button" (click)="finished.emit()">{{ t('people.bulk.finish') }}</button>
      </div>
    </section>
  `,
  styleUrl: './bulk-entry.css',
})
export class EnteredPeople {
  readonly people = input.required<BulkEntryAnswer['people']>();
  readonly finished = output();
  readonly #message = inject(NzMessageService);
  protected readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly t = inject(Words).t;
  protected readonly showsPasswords = computed(() => this.people().some(({ initialPassword }) => initialPassword !== null));

  constructor() {
    // After the sheet that asked has given the focus back.
    afterNextRender(() => setTimeout(() => this.heading().nativeElement.focus()));
  }

  protected async copy(): Promise<void> {
    const lines = this.people().map(({ name, account, initialPassword }) => [name, account, initialPassword ?? ''].join('\t')).join('\n');
    try {
      await navigator.clipboard.writeText(lines);
      this.#message.success(this.t('people.bulk.copied'));
    } catch {
      // Over plain http a browser keeps its clipboard to itself.
      this.#message.warning(this.t('people.bulk.notCopied'));
    }
  }
}
