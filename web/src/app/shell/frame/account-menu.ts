import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzMessageService } from 'ng-zorro-antd/message';
import { problemFrom } from '../../shared/api/api-problem';
import { ConfirmDialog } from '../../shared/confirm/confirm-dialog';
import { Words } from '../../shared/language/words';
import { ProblemWords } from '../../shared/problem/problem-words';
import { Session } from '../../shared/session/session';

/** Who I am, in which office I stand, and the ways out. */
@Component({
  selector: 'lj-account-menu',
  imports: [RouterLink, NzButtonComponent, NzIconDirective, ConfirmDialog],
  templateUrl: './account-menu.html',
  styles: `
    .who { display: grid; padding: 0.5rem 1rem 0.75rem; border-block-end: 1px solid var(--rule); }
    fieldset { display: grid; padding: 0.25rem 0; border: 0; border-block-end: 1px solid var(--rule); }
    a.menu-item { color: inherit; text-decoration: none; }
    @media (max-width: 900px) { .name { display: none; } }
  `,
})
export class AccountMenu {
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  readonly #message = inject(NzMessageService);
  readonly #problems = inject(ProblemWords);
  protected readonly t = inject(Words).t;
  protected readonly name = computed(() => this.#session.person()?.name ?? '');
  protected readonly roles = computed(() => this.#session.roles().map((role) => this.t(`shell.role.${role}`)).join(' · '));
  protected readonly offices = this.#session.offices;
  protected readonly officeId = computed(() => this.#session.office()?.officeId);
  protected readonly asks = signal(false);

  /** Everything on every page belongs to one office, so another one is a fresh start. */
  protected goTo(officeId: string): void {
    this.#session.chooseOffice(officeId);
    this.#document.location.assign('/');
  }

  protected signOut(): void {
    void this.#end(() => this.#session.signOut());
  }

  protected answerEverywhere(yes: boolean): void {
    this.asks.set(false);
    if (yes) void this.#end(() => this.#session.signOutEverywhere());
  }

  async #end(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#message.error(this.#problems.sentence(problemFrom(error)));
    }
  }
}
