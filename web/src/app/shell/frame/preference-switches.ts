import { Component, inject } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzMessageService } from 'ng-zorro-antd/message';
import { Words } from '../../shared/language/words';
import { Session } from '../../shared/session/session';
import { Theme, themes } from '../../shared/theme/theme';

/** Language and theme; both change at once and are kept in this browser. */
@Component({
  selector: 'lj-preference-switches',
  imports: [NzButtonComponent, NzIconDirective],
  template: `
    <button nz-button nzType="text" type="button" class="language" [attr.lang]="words.language() === 'zh' ? 'en' : 'zh-CN'" (click)="changeLanguage()">
      <span class="whole">{{ words.language() === 'zh' ? 'English' : '中文' }}</span>
      <span class="short">{{ words.language() === 'zh' ? 'EN' : '中' }}</span>
    </button>
    <button nz-button nzType="text" type="button" popovertarget="theme-menu" [attr.aria-label]="t('shell.theme.label')">
      <nz-icon nzType="bulb" aria-hidden="true" />
    </button>
    <fieldset class="menu" id="theme-menu" popover>
      <legend class="for-screen-readers">{{ t('shell.theme.label') }}</legend>
      @for (choice of themes; track choice) {
        <label class="menu-item">
          <input type="radio" name="theme" [checked]="theme.choice() === choice" (change)="theme.choose(choice)" />
          {{ t('shell.theme.' + choice) }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    :host { display: flex; }
    .language { padding-inline: 0.75rem; }
    .short { display: none; }
    /* On a phone the office's name needs the room. */
    @media (max-width: 640px) {
      .whole { display: none; }
      .short { display: inline; }
    }
  `,
})
export class PreferenceSwitches {
  readonly #session = inject(Session);
  readonly #message = inject(NzMessageService);
  protected readonly words = inject(Words);
  protected readonly theme = inject(Theme);
  protected readonly themes = themes;
  protected readonly t = this.words.t;

  protected async changeLanguage(): Promise<void> {
    try {
      await this.#session.speak(this.words.language() === 'zh' ? 'en' : 'zh');
    } catch {
      this.#message.error(this.t('shell.languageNotLoaded'));
    }
  }
}
