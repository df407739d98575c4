import { Component, inject, input } from '@angular/core';
import { hashInFours } from '@lunjie/contracts';
import { Words } from '../language/words';

/** The entry of the register a paper rests on: its number and the first digits of its hash, by which the auditor finds it. */
@Component({
  selector: 'lj-entry-mark',
  template: `<span>{{ t('shell.entry', { entry: entry() }) }}</span>@if (hash(); as hash) { <code>{{ inFours(hash) }}</code> }`,
  styles: `
    code { margin-inline-start: 0.5em; font-family: ui-monospace, monospace; white-space: nowrap; }
  `,
})
export class EntryMark {
  readonly entry = input.required<number>();
  readonly hash = input.required<string | null>();
  protected readonly t = inject(Words).t;
  protected readonly inFours = hashInFours;
}
