import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { isTypedName, type DemoResetView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { Sheet } from '../../reception/sheet';
import { ApiClient } from '../../shared/api/api-client';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { Overlays } from '../overlays';

const askEveryMs = 700;

/** Begins the demo anew, once its office's name was typed, and shows how far it has come. */
@Component({
  selector: 'lj-reset-question',
  imports: [NzButtonComponent, NzInputDirective, ProblemNote, Sheet],
  template: `
    <lj-sheet [heading]="t('help.reset.title')" (closed)="close()">
      @if (progress(); as view) {
        <p role="status">{{ view.day < view.days ? t('help.reset.running', { day: view.day, days: view.days }) : t('help.reset.placing') }}</p>
        <progress [attr.aria-label]="t('help.reset.title')" [max]="view.days" [value]="view.day"></progress>
      } @else {
        <p>{{ t('help.reset.means') }}</p>
        @if (failed()) {
          <p class="failed" role="alert">{{ t('help.reset.failed') }}</p>
        }
        @if (problem(); as problem) {
          <lj-problem-note [problem]="problem" />
        }
        <form (submit)="$event.preventDefault(); begin(box.value)">
          <label for="reset-confirm">{{ t('help.reset.type', { name: name() }) }}</label>
          <input nz-input id="reset-confirm" type="text" autocomplete="off" #box (input)="typed.set(box.value)" />
          <button nz-button nzType="primary" nzSize="large" nzDanger type="submit" [disabled]="busy() || !confirmed()">{{ t('help.reset.do') }}</button>
        </form>
      }
    </lj-sheet>
  `,
  styles: `
    form { display: grid; gap: var(--gap); }
    progress { inline-size: 100%; block-size: 12px; accent-color: var(--accent); }
    .failed { color: var(--danger); }
  `,
})
export class ResetQuestion {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #overlays = inject(Overlays);
  readonly #router = inject(Router);
  readonly #message = inject(NzMessageService);
  #timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly t = inject(Words).t;
  protected readonly name = computed(() => this.#session.office()?.officeName ?? '');
  protected readonly typed = signal('');
  protected readonly confirmed = computed(() => isTypedName(this.typed(), this.name()));
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly progress = signal<DemoResetView | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
    // Somebody may have begun it on another screen.
    void this.#api.get<DemoResetView>('/demo/reset').then((view) => view.running && this.#follow(view), () => undefined);
  }

  protected async begin(confirm: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    this.failed.set(false);
    try {
      this.#follow(await this.#api.post<DemoResetView>('/demo/reset', { confirm }));
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected close(): void {
    this.#overlays.close();
  }

  #follow(view: DemoResetView): void {
    this.progress.set(view);
    this.#timer = setTimeout(() => void this.#ask(view), askEveryMs);
  }

  async #ask(last: DemoResetView): Promise<void> {
    const view = await this.#api.get<DemoResetView>('/demo/reset').catch(() => last);
    if (view.running) return this.#follow(view);
    if (view.failed) {
      this.progress.set(null);
      this.failed.set(true);
      return;
    }
    this.close();
    this.#message.success(this.t('help.reset.done'));
    // Whoever was signed in is so no more: asking says it, and the frame leads to the sign-in page.
    await this.#session.signOut().catch(() => undefined);
    await this.#router.navigateByUrl('/login');
  }
}
