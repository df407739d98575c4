import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzModalModule, NzModalService } from 'ng-zorro-antd/modal';
import { problemFrom } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { ProblemWords } from '../../shared/problem/problem-words';
import { Session } from '../../shared/session/session';

/** Who I am, and the ways out. */
@Component({
  selector: 'lj-account-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, NzButtonComponent, NzIconDirective, NzModalModule],
  template: `
    <button nz-button nzType="text" type="button" [cdkMenuTriggerFor]="menu" [attr.aria-label]="t('shell.account.of', { name: name() })">
      <nz-icon nzType="user" aria-hidden="true" />
      <span class="name">{{ name() }}</span>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="t('shell.account.of', { name: name() })">
        <p class="who" role="presentation">
          <strong>{{ name() }}</strong>
          <span class="quiet">{{ roles() }}</span>
        </p>
        <button class="menu-item" cdkMenuItem type="button" (cdkMenuItemTriggered)="signOut()">{{ t('shell.account.signOut') }}</button>
        <button class="menu-item" cdkMenuItem type="button" (cdkMenuItemTriggered)="askSignOutEverywhere()">{{ t('shell.account.everywhere') }}</button>
      </div>
    </ng-template>
  `,
  styles: `
    .who { display: grid; padding: 0.5rem 1rem 0.75rem; border-block-end: 1px solid var(--rule); }
    @media (max-width: 900px) { .name { display: none; } }
  `,
})
export class AccountMenu {
  readonly #session = inject(Session);
  readonly #modal = inject(NzModalService);
  readonly #message = inject(NzMessageService);
  readonly #problems = inject(ProblemWords);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly name = computed(() => this.#session.person()?.name ?? '');
  protected readonly roles = computed(() => this.#session.roles().map((role) => this.t(`shell.role.${role}`)).join(' · '));

  protected signOut(): void {
    void this.#end(() => this.#session.signOut());
  }

  protected askSignOutEverywhere(): void {
    this.#modal.confirm({
      nzTitle: this.t('shell.account.everywhereAsk'),
      nzContent: this.t('shell.account.everywhereMeans'),
      nzOkText: this.t('shell.account.everywhere'),
      nzCancelText: this.t('shell.cancel'),
      nzOnOk: () => this.#end(() => this.#session.signOutEverywhere()),
    });
  }

  async #end(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#message.error(this.#problems.sentence(problemFrom(error)));
    }
  }
}
