import { inject } from '@angular/core';
import type { RequestRow } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Less than this, and the minutes left are told. */
const soonMs = 4 * 3_600_000;

/** A request in words. */
export interface ToldRequest {
  readonly row: RequestRow;
  readonly name: string;
  readonly class: string;
  readonly way: string;
  /** What is to be done, or how it ended. */
  readonly step: string;
  readonly due: string;
  readonly state: 'calm' | 'soon' | 'over';
  readonly taken: string;
  readonly owner: string;
  readonly told: string;
}

/** Needs an injection context. */
export function injectToldRequest(): (row: RequestRow, now: number) => ToldRequest {
  const { t } = inject(Words);
  const moments = inject(Moments);
  return (row, now) => {
    const left = row.dueAt === null ? null : row.dueAt - now;
    const at = row.dueAt === null ? '' : moments.time(row.dueAt);
    const due = left === null ? '' : left < 0 ? t('requests.due.over', { at }) : left < soonMs ? t('requests.due.soon', { at, left: moments.elapsed(now, row.dueAt ?? now) }) : t('requests.due.by', { at });
    const ended = row.upheld === null ? row.satisfaction === null ? t('requests.step.closed') : t(`requests.satisfaction.${row.satisfaction}`) : t(row.upheld ? 'requests.upheld' : 'requests.notUpheld');
    return {
      row, name: row.label || t('requests.somebody'), class: t(`requests.class.${row.class}`), way: t(`requests.way.${row.way}`), step: row.step === 'closed' ? ended : t(`requests.step.${row.step}`), due,
      state: left === null || left >= soonMs ? 'calm' : left < 0 ? 'over' : 'soon',
      taken: t('requests.taken', { name: row.takenBy.name, at: moments.time(row.takenAt), way: t(`requests.way.${row.way}`) }), owner: row.mine && row.step !== 'rule' ? t('requests.yours') : t('requests.with', { name: row.owner.name }),
      told: row.told.length === 0 ? '' : t('requests.toldTo', { who: row.told.map((one) => t(`requests.told.${one}`)).join(t('requests.gap')) }),
    };
  };
}
