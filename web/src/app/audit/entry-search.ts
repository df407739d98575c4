import { Component, computed, inject, input, output, signal } from '@angular/core';
import { hashInFours, registerKindText, soughtEntry, type EntryLink, type FoundEntry } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Looks up the entry a paper names, by its number or the first digits of its hash: what it is, and whether it and its neighbours hold. */
@Component({
  selector: 'lj-entry-search',
  imports: [NzButtonComponent, NzIconDirective, NzInputDirective],
  templateUrl: './entry-search.html',
  styleUrl: './entry-search.css',
})
export class EntrySearch {
  /** What the address asks for; empty where nothing. */
  readonly sought = input.required<string>();
  /** Null while nothing was looked up. */
  readonly found = input.required<readonly FoundEntry[] | null>();
  readonly asked = output<string>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly inFours = hashInFours;
  /** What was typed and is neither a number nor the beginning of a hash. */
  protected readonly isWrong = signal(false);
  protected readonly told = computed(() => this.found()?.map((one) => ({
    one, holds: one.fault === null && (one.before?.holds ?? true) && (one.after?.holds ?? true), time: this.#moments.fullTime(one.row.at), iso: this.#moments.iso(one.row.at), who: one.row.by?.name ?? this.t('audit.system'),
    what: registerKindText(one.row.kind, this.#words.language()), text: JSON.stringify(one.row.content, null, 2), fours: one.hash.replace(/(.{4})(?=.)/g, '$1 '),
    links: [{ name: 'before', link: one.before, none: 'first' }, { name: 'after', link: one.after, none: 'newest' }].map((each) => ({ ...each, state: each.link === null ? '' : this.t(`audit.find.${stateOf(each.link)}`) })),
  })) ?? null);

  protected look(text: string): void {
    const sought = text.trim();
    this.isWrong.set(sought !== '' && !soughtEntry.test(sought));
    if (!this.isWrong()) this.asked.emit(sought);
  }
}

const stateOf = ({ holds, hash }: EntryLink): 'linked' | 'notLinked' | 'missing' => holds ? 'linked' : hash === '' ? 'missing' : 'notLinked';
