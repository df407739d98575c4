import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { NzMessageService } from 'ng-zorro-antd/message';
import { OfficeApi } from '../../reception/office-api';
import { problemFrom } from '../../shared/api/api-problem';
import { Shortcuts } from '../../shared/keys/shortcuts';
import { Words } from '../../shared/language/words';
import { ProblemWords } from '../../shared/problem/problem-words';
import { Session } from '../../shared/session/session';
import { Theme } from '../../shared/theme/theme';
import { Install } from '../device/install';
import { Overlays } from '../overlays';
import { Tour } from '../tour/tour';
import type { Act } from './acts';

/** Carries out what was chosen in the palette, and says that it was done. */
@Injectable({ providedIn: 'root' })
export class ActRunner {
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #api = inject(OfficeApi);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #theme = inject(Theme);
  readonly #shortcuts = inject(Shortcuts);
  readonly #overlays = inject(Overlays);
  readonly #tour = inject(Tour);
  readonly #install = inject(Install);
  readonly #message = inject(NzMessageService);
  readonly #problems = inject(ProblemWords);
  readonly #asksToClose = signal(false);
  /** The day is to be closed, once somebody has said that they mean it. */
  readonly asksToClose = this.#asksToClose.asReadonly();

  async run(act: Act): Promise<void> {
    try {
      await this.#do(act);
    } catch (error) {
      this.#message.error(this.#problems.sentence(problemFrom(error)));
    }
  }

  async answerClosing(yes: boolean): Promise<void> {
    this.#asksToClose.set(false);
    if (yes) await this.#written('/day/close', 'day_close').catch((error) => void this.#message.error(this.#problems.sentence(problemFrom(error))));
  }

  #do({ name, reason }: Act): Promise<unknown> | void {
    switch (name) {
      case 'sign_in': return this.#written('/presence/sign-in', name);
      case 'sign_out': return this.#written('/presence/sign-out', name);
      case 'back': return this.#written('/presence/back', name);
      case 'out': return this.#written('/presence/out', name, { reason, note: null });
      case 'day_open': return this.#written('/day/open', name);
      case 'day_close': return this.#asksToClose.set(true);
      case 'arrival': return this.#toArrival();
      case 'language': return this.#speak();
      case 'theme_auto': return this.#theme.choose('auto');
      case 'theme_light': return this.#theme.choose('light');
      case 'theme_dark': return this.#theme.choose('dark');
      case 'keys': return this.#overlays.show('keys');
      case 'letters_off': return this.#shortcuts.useLetters(false);
      case 'letters_on': return this.#shortcuts.useLetters(true);
      case 'notices': return this.#overlays.show('notices');
      case 'tour': return this.#tour.begin();
      case 'tour_resume': return this.#tour.resume();
      case 'reset': return this.#overlays.show('reset');
      case 'install': return this.#install.ask();
      case 'log_out': return this.#session.signOut();
    }
  }

  async #written(path: string, done: 'sign_in' | 'sign_out' | 'back' | 'out' | 'day_open' | 'day_close', body: object = {}): Promise<void> {
    await this.#api.post(path, body);
    this.#message.success(this.#words.t(`help.done.${done}`));
  }

  async #speak(): Promise<void> {
    try {
      await this.#session.speak(this.#words.language() === 'zh' ? 'en' : 'zh');
    } catch {
      this.#message.error(this.#words.t('shell.languageNotLoaded'));
    }
  }

  async #toArrival(): Promise<void> {
    await this.#router.navigateByUrl('/desk');
    setTimeout(() => this.#document.querySelector<HTMLElement>('lj-arrival-form :is(input, button)')?.focus());
  }
}
