import { Component, inject } from '@angular/core';
import { Words } from '../shared/language/words';

@Component({
  selector: 'lj-desk-page',
  template: `<h1>{{ t('desk.title') }}</h1>`,
})
export default class DeskPage {
  protected readonly t = inject(Words).t;
}
