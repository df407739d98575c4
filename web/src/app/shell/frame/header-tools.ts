import { Component, inject } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Shortcuts } from '../../shared/keys/shortcuts';
import { Words } from '../../shared/language/words';
import { NoticeBell } from '../notices/notice-bell';
import { Overlays } from '../overlays';

/** In the header: finding and doing, and the bell. */
@Component({
  selector: 'lj-header-tools',
  imports: [NzButtonComponent, NzIconDirective, NoticeBell],
  template: `
    <button nz-button nzType="text" type="button" class="find" [attr.aria-label]="t('help.palette.open')" aria-keyshortcuts="Control+K Meta+K" (click)="overlays.show('palette')">
      <nz-icon nzType="search" aria-hidden="true" />
      <kbd aria-hidden="true">{{ shortcuts.mod }} K</kbd>
    </button>
    <lj-notice-bell />
  `,
  styles: `
    :host { display: flex; align-items: center; }
    kbd { margin-inline-start: 0.375rem; padding: 0.0625rem 0.375rem; border: 1px solid var(--control-rule); border-radius: 4px; color: var(--ink-quiet); font: inherit; font-size: 0.75rem; }
    @media (max-width: 1100px), (pointer: coarse) { kbd { display: none; } }
  `,
})
export class HeaderTools {
  protected readonly overlays = inject(Overlays);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly t = inject(Words).t;
}
