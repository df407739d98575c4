import { Component, inject } from '@angular/core';
import { Words } from '../shared/language/words';

@Component({
  selector: 'lj-my-day-page',
  template: `<h1>{{ t('me.title') }}</h1>`,
})
export default class MyDayPage {
  protected readonly t = inject(Words).t;
}
