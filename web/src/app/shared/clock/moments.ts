import { Injectable, computed, inject, type Signal } from '@angular/core';
import { Words } from '../language/words';
import { Session } from '../session/session';
import { Clock } from './clock';

const minuteMs = 60_000;
const shortDay: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };

/** Times and dates in the office's time zone and the reader's language. A time says its day when that is not today. */
@Injectable({ providedIn: 'root' })
export class Moments {
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  readonly #clock = inject(Clock);

  readonly #zone = computed(() => this.#session.office()?.timeZone ?? 'Asia/Shanghai');
  readonly #time = this.#format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, this.#zone);
  readonly #fullTime = this.#format({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, this.#zone);
  readonly #momentDay = this.#format(shortDay, this.#zone);
  readonly #key = computed(() => new Intl.DateTimeFormat('en-CA', { timeZone: this.#zone(), year: 'numeric', month: '2-digit', day: '2-digit' }));
  // A business date is a day already, so it is written as it stands, in no office's zone.
  readonly #day = this.#format(shortDay, () => 'UTC');
  readonly #yearDay = this.#format({ year: 'numeric', ...shortDay }, () => 'UTC');
  readonly #longDay = this.#format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }, () => 'UTC');

  /** Today in the office as `YYYY-MM-DD`, changing at its midnight. Needs an injection context. */
  today(): Signal<string> {
    const now = this.#clock.ticking();
    return computed(() => this.#key().format(now()));
  }

  /** `10:05`, or `5月8日 10:05` when it is not today. */
  time(at: number): string {
    const time = this.#time().format(at);
    return this.#key().format(at) === this.#key().format(this.#clock.read()) ? time : `${this.#momentDay().format(at)} ${time}`;
  }

  /** `10:05`, where the day stands above it. */
  clockTime(at: number): string {
    return this.#time().format(at);
  }

  /** `2026/5/9 10:05:07`, for lists that go back years. */
  fullTime(at: number): string {
    return this.#fullTime().format(at);
  }

  /** `5月9日` for a `YYYY-MM-DD` business date. */
  day(date: string): string {
    return this.#day().format(Date.parse(date));
  }

  /** `5月9日`, or `2025年5月9日` when it is not of this year. */
  dated(date: string): string {
    return date.slice(0, 4) === this.#key().format(this.#clock.read()).slice(0, 4) ? this.day(date) : this.#yearDay().format(Date.parse(date));
  }

  /** `2026年5月9日周六` for a `YYYY-MM-DD` business date. */
  longDay(date: string): string {
    return this.#longDay().format(Date.parse(date));
  }

  /** Whole minutes between two moments in words: `12 分钟`, `1 小时 5 分`. Never negative. */
  elapsed(from: number, to: number): string {
    const minutes = Math.max(0, Math.floor((to - from) / minuteMs));
    if (minutes < 60) return this.#words.t('shell.duration.minutes', { minutes });
    return this.#words.t('shell.duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  }

  /** For the `datetime` attribute of a `<time>`. */
  iso(at: number): string {
    return new Date(at).toISOString();
  }

  #format(options: Intl.DateTimeFormatOptions, zone: () => string) {
    return computed(() => new Intl.DateTimeFormat(this.#words.locale(), { ...options, timeZone: zone() }));
  }
}
