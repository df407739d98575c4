import { Component, inject } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';
import { NewVersion } from './new-version';

/** Says that there is a newer console, and leaves it to the person when to load it. */
@Component({
  selector: 'lj-new-version-bar',
  imports: [NzButtonComponent],
  template: `
    <p role="status">{{ t('help.version.ready') }}</p>
    <button nz-button nzType="primary" type="button" (click)="version.load()">{{ t('help.version.reload') }}</button>
    <button nz-button nzType="text" type="button" (click)="version.later()">{{ t('help.version.later') }}</button>
  `,
  styleUrl: '../shell-bar.css',
})
export class NewVersionBar {
  protected readonly version = inject(NewVersion);
  protected readonly t = inject(Words).t;
}
