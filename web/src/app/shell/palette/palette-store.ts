import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { AbsenceReason, BoardView, MyDayView, StaffMember } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { Shortcuts } from '../../shared/keys/shortcuts';
import { Words } from '../../shared/language/words';
import { Session } from '../../shared/session/session';
import { Theme } from '../../shared/theme/theme';
import { Demo } from '../demo/demo';
import { Install } from '../device/install';
import { placesFor, placesOfWork } from '../places';
import { Tour } from '../tour/tour';
import { actsFor, type Act } from './acts';
import { found, syllablesOf, type Findable } from './matching';

export const groups = ['acts', 'pages', 'people'] as const;
export type Group = (typeof groups)[number];

/** Everybody's own page stands in the menu, not in the navigation. */
const account = 'account';

/** The others are found by their names. */
const usualReasons: readonly AbsenceReason[] = ['official', 'lunch', 'private'];

/** One line of the palette, and what choosing it does. */
export interface Entry extends Findable {
  readonly id: string;
  readonly group: Group;
  readonly hint: string;
  readonly chosen: { readonly act: Act } | { readonly address: string };
}

/** What can be found: what I may do now, where I may go, and my colleagues. Provided by the palette. */
@Injectable()
export class PaletteStore {
  readonly #api = inject(OfficeApi);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #theme = inject(Theme);
  readonly #shortcuts = inject(Shortcuts);
  readonly #demo = inject(Demo);
  readonly #tour = inject(Tour);
  readonly #install = inject(Install);
  readonly #router = inject(Router);
  readonly #people = signal<readonly StaffMember[]>([]);
  readonly #day = signal<BoardView['day'] | null>(null);
  readonly #me = signal<MyDayView | null>(null);
  readonly #partial = signal(false);
  readonly query = signal('');
  /** The people could not be read. */
  readonly partial = this.#partial.asReadonly();

  readonly #acts = computed<readonly Entry[]>(() => {
    const { t } = this.#words;
    const acts = actsFor({
      roles: this.#session.roles(), me: this.#me(), day: this.#day(), theme: this.#theme.choice(), letters: this.#shortcuts.letters(),
      isDemo: this.#demo.isDemo(), tourStopped: this.#tour.stoppedAt() !== null, installable: this.#install.possible(),
    });
    return acts.map((act) => ({
      id: act.reason ? `act-${act.name}-${act.reason}` : `act-${act.name}`, group: 'acts', hint: '', chosen: { act },
      label: t(`help.act.${act.name}`, act.reason ? { reason: t(`verdict.absence.${act.reason}`) } : {}),
      spelled: t(`help.spelled.act.${act.name}`).split('|'), rare: act.reason !== undefined && !usualReasons.includes(act.reason),
    }));
  });

  readonly #pages = computed<readonly Entry[]>(() => {
    const { t } = this.#words;
    const here = this.#router.url.split(/[/?#]/)[1];
    return [...placesFor(this.#session.roles()).map(({ path }) => path), account].map((path) => ({
      id: `page-${path}`, group: 'pages', hint: path === here ? t('help.palette.here') : '', label: path === account ? t('shell.account.open') : t(`shell.place.${path}`), chosen: { address: `/${path}` },
      spelled: this.#words.has(`help.spelled.place.${path}`) ? t(`help.spelled.place.${path}`).split('|') : [path],
    }));
  });

  readonly #colleagues = computed<readonly Entry[]>(() => {
    if (!placesOfWork.some(({ path }) => path === 'turns')) return [];
    return this.#people().filter(({ roles, state }) => roles.includes('agent') && state !== 'left').map(({ id, name, pinyin, initials }) => ({
      id: `person-${id}`, group: 'people', hint: this.#words.t('help.palette.turnsOf'), label: name, spelled: [syllablesOf(pinyin, initials)], chosen: { address: `/turns?agent=${encodeURIComponent(id)}` },
    }));
  });

  /** By group, each in the order of how well it fits. */
  readonly entries = computed<readonly Entry[]>(() => [this.#acts(), this.#pages(), this.#colleagues()].flatMap((group) => found(this.query(), group)));

  async load(): Promise<void> {
    const isAgent = this.#session.roles().includes('agent');
    await Promise.all([
      this.#api.get<BoardView>('/board').then(({ day }) => this.#day.set(day), () => undefined),
      isAgent ? this.#api.get<MyDayView>('/me').then((me) => this.#me.set(me), () => undefined) : undefined,
      this.#api.get<readonly StaffMember[]>('/people').then((people) => this.#people.set(people), () => this.#partial.set(true)),
    ]);
  }
}
