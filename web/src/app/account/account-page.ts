import { Component, computed, inject, resource, signal } from '@angular/core';
import type { MailChoiceRequest, MailChoiceView, OwnPasswordRequest, SessionRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ChoiceChips } from '../reception/choice-chips';
import { ApiClient } from '../shared/api/api-client';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { languages, isLanguage } from '../shared/language/languages';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { SessionRows } from '../shared/session/session-rows';
import { Theme, themes } from '../shared/theme/theme';
import { OwnMail } from './own-mail';
import { OwnPassword } from './own-password';

/** My own account: where I am signed in, my password, my language and how the console looks here. */
@Component({
  selector: 'lj-account-page',
  imports: [ChoiceChips, ConfirmDialog, OwnMail, OwnPassword, ProblemNote, SessionRows, NzButtonComponent, NzSkeletonComponent],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
})
export default class AccountPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #message = inject(NzMessageService);
  readonly #theme = inject(Theme);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly person = this.#session.person;
  protected readonly offices = computed(() => this.#session.offices().map(({ officeId, officeName, roles }) => ({ officeId, words: `${officeName} · ${roles.map((role) => this.t(`shell.role.${role}`)).join(' · ')}` })));
  protected readonly sessions = resource({ loader: () => this.#api.get<readonly SessionRow[]>('/auth/sessions') });
  protected readonly sessionsProblem = computed(() => {
    const error = this.sessions.error();
    return error ? problemFrom(error instanceof Error && error.cause ? error.cause : error) : null;
  });
  protected readonly mail = resource({ loader: () => this.#api.get<MailChoiceView>('/auth/mail') });
  protected readonly mailProblem = signal<ApiProblem | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly passwordProblem = signal<ApiProblem | null>(null);
  protected readonly passwordsChanged = signal(0);
  protected readonly asksEverywhere = signal(false);
  protected readonly languages = languages.map((language) => ({ value: language, label: language === 'zh' ? '中文' : 'English' }));
  protected readonly themes = computed(() => themes.map((value) => ({ value, label: this.t(`shell.theme.${value}`) })));
  protected readonly theme = this.#theme.choice;

  protected async end(session: SessionRow): Promise<void> {
    if (session.current) return this.#run(() => this.#session.signOut());
    await this.#run(() => this.#api.delete(`/auth/sessions/${session.id}`), 'account.done.ended');
    this.sessions.reload();
  }

  protected answerEverywhere(yes: boolean): void {
    this.asksEverywhere.set(false);
    if (yes) void this.#run(() => this.#session.signOutEverywhere());
  }

  protected async changePassword(request: OwnPasswordRequest): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.passwordProblem.set(null);
    try {
      await this.#api.put('/auth/password', request);
      this.passwordsChanged.update((count) => count + 1);
      this.#message.success(this.t('account.done.password'));
      this.sessions.reload();
    } catch (error) {
      this.passwordProblem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async chooseMail(request: MailChoiceRequest): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.mailProblem.set(null);
    try {
      this.mail.set(await this.#api.put<MailChoiceView>('/auth/mail', request));
      this.#message.success(this.t('account.done.mail'));
    } catch (error) {
      this.mailProblem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected speak([language]: readonly string[]): void {
    if (isLanguage(language)) this.#session.speak(language).catch(() => this.#message.error(this.t('shell.languageNotLoaded')));
  }

  protected choose([choice]: readonly string[]): void {
    const theme = themes.find((one) => one === choice);
    if (theme) this.#theme.choose(theme);
  }

  async #run(act: () => Promise<unknown>, done?: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await act();
      if (done) this.#message.success(this.t(done));
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
  }
}
