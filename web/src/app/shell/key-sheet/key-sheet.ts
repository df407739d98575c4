import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Sheet } from '../../reception/sheet';
import { pageKeys, shellKeys } from '../../shared/keys/key-lists';
import { Shortcuts } from '../../shared/keys/shortcuts';
import { Words } from '../../shared/language/words';
import { Overlays } from '../overlays';

/** Every shortcut of the page and of the console, and the one setting that switches single keys off. */
@Component({
  selector: 'lj-key-sheet',
  imports: [Sheet],
  template: `
    <lj-sheet [heading]="t('help.keys.title')" (closed)="close()">
      @for (list of lists(); track list.name) {
        <section [attr.aria-labelledby]="'keys-' + list.name">
          <h3 [id]="'keys-' + list.name">{{ t('help.keys.' + list.name) }}</h3>
          <dl>
            @for (line of list.keys; track line.says) {
              <div [class.off]="line.letter && !shortcuts.letters()">
                <dt>
                  @for (key of line.keys; track key) {
                    <kbd>{{ key === 'Mod' ? shortcuts.mod : key }}</kbd>
                  }
                </dt>
                <dd>{{ t('help.keys.say.' + line.says) }}</dd>
              </div>
            }
          </dl>
        </section>
      }
      <label class="use">
        <input type="checkbox" #use [checked]="shortcuts.letters()" aria-describedby="keys-use" (change)="shortcuts.useLetters(use.checked)" />
        {{ t('help.keys.use') }}
      </label>
      <p class="quiet" id="keys-use">{{ t('help.keys.useMeans') }}</p>
    </lj-sheet>
  `,
  styles: `
    section, dl { display: grid; gap: 0.25rem; }
    h3 { padding-block-end: 0.25rem; border-block-end: 1px solid var(--rule); }
    dl > div { display: grid; grid-template-columns: 7rem 1fr; gap: var(--gap); align-items: baseline; padding-block: 0.25rem; }
    dt { display: flex; flex-wrap: wrap; gap: 0.25rem; }
    kbd { min-inline-size: 1.75rem; padding: 0.0625rem 0.5rem; border: 1px solid var(--control-rule); border-radius: 4px; background: var(--sunken); color: var(--ink); font: inherit; font-size: var(--text-small); text-align: center; white-space: nowrap; }
    .off dt { text-decoration: line-through; }
    .off dd { color: var(--ink-quiet); }
    .use { display: flex; align-items: center; gap: 0.75rem; min-block-size: 48px; cursor: pointer; }
    .use input { inline-size: 20px; block-size: 20px; accent-color: var(--accent); }
  `,
})
export class KeySheet {
  readonly #overlays = inject(Overlays);
  readonly #page = inject(Router).url.split(/[/?#]/)[1] ?? '';
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly t = inject(Words).t;
  protected readonly lists = computed(() => [
    ...pageKeys[this.#page] ? [{ name: 'here', keys: pageKeys[this.#page] ?? [] }] : [],
    { name: 'everywhere', keys: shellKeys },
  ]);

  protected close(): void {
    this.#overlays.close();
  }
}
