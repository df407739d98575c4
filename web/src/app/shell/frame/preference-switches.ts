import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzMessageService } from 'ng-zorro-antd/message';
import { Words } from '../../shared/language/words';
import { Theme, themes } from '../../shared/theme/theme';

/** Language and theme; both change at once and are kept in this browser. */
@Component({
  selector: 'lj-preference-switches',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, NzButtonComponent, NzIconDirective],
  template: `
    <button nz-button nzType="text" type="button" class="language" [attr.lang]="words.language() === 'zh' ? 'en' : 'zh-CN'" (click)="changeLanguage()">
      {{ words.language() === 'zh' ? 'English' : '中文' }}
    </button>
    <button nz-button nzType="text" type="button" [cdkMenuTriggerFor]="menu" [attr.aria-label]="t('shell.theme.label')">
      <nz-icon nzType="bulb" aria-hidden="true" />
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="t('shell.theme.label')">
        @for (choice of themes; track choice) {
          <button
            class="menu-item"
            cdkMenuItemRadio
            type="button"
            [cdkMenuItemChecked]="theme.choice() === choice"
            (cdkMenuItemTriggered)="theme.choose(choice)"
          >
            {{ t('shell.theme.' + choice) }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    :host { display: flex; }
    .language { padding-inline: 0.75rem; }
  `,
})
export class PreferenceSwitches {
  readonly #message = inject(NzMessageService);
  protected readonly words = inject(Words);
  protected readonly theme = inject(Theme);
  protected readonly themes = themes;
  protected readonly t = this.words.t;

  protected async changeLanguage(): Promise<void> {
    try {
      await this.words.speak(this.words.language() === 'zh' ? 'en' : 'zh');
    } catch {
      this.#message.error(this.t('shell.languageNotLoaded'));
    }
  }
}
