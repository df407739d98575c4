import { Component, inject } from '@angular/core';
import { Words } from '../shared/language/words';

@Component({
  selector: 'lj-board-page',
  template: `<h1>{{ t('board.title') }}</h1>`,
})
export default class BoardPage {
  protected readonly t = inject(Words).t;
}
