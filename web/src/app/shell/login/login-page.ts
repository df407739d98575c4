import { Component, inject, input, resource, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import type { DemoView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ApiClient } from '../../shared/api/api-client';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { PreferenceSwitches } from '../frame/preference-switches';
import { placesFor, placesOfWork } from '../places';
import { DemoPeople } from './demo-people';

@Component({
  selector: 'lj-login-page',
  imports: [ReactiveFormsModule, NzButtonComponent, NzInputDirective, ProblemNote, PreferenceSwitches, DemoPeople],
  templateUrl: './login-page.html',
  styleUrl: './login-page.css',
})
export default class LoginPage {
  /** Address to go to afterwards. */
  readonly back = input<string>();
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #api = inject(ApiClient);
  protected readonly t = inject(Words).t;

  protected readonly form = inject(NonNullableFormBuilder).group({
    account: ['', Validators.required],
    password: ['', Validators.required],
  });
  protected readonly showsMissing = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly busy = signal(false);
  /** The demo's people; anywhere else the page is the form alone. */
  protected readonly demo = resource({
    loader: () => this.#api.get<DemoView>('/demo').catch((): DemoView => ({ demo: false, password: null, people: [] })),
  });

  protected async submit(): Promise<void> {
    this.showsMissing.set(this.form.invalid);
    if (this.form.invalid) {
      document.getElementById(this.form.controls.account.invalid ? 'account' : 'password')?.focus();
      return;
    }
    const { account, password } = this.form.getRawValue();
    await this.signIn(account.trim(), password);
  }

  protected async signIn(account: string, password: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#session.signIn({ account, password });
      await this.#router.navigateByUrl(this.#wayBack());
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Back to where somebody wanted to go; another person at this device begins at a place of their own. */
  #wayBack(): string {
    const address = insideOnly(this.back());
    const place = placesOfWork.find(({ path }) => path === address.split(/[/?#]/)[1]);
    return place && !placesFor(this.#session.roles()).includes(place) ? '/' : address;
  }
}

/** Only an address of this console: `//elsewhere` would lead out of it. */
function insideOnly(address: string | undefined): string {
  return address && /^\/(?!\/|login)/.test(address) ? address : '/';
}
