import { Injectable, inject, signal } from '@angular/core';
import type { Holiday, HolidayYear, OfficeChange, OfficeView } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';

/** The office's hours and holidays. */
@Injectable()
export class OfficeStore {
  readonly #api = inject(OfficeApi);
  readonly #office = signal<OfficeView | null>(null);
  readonly #holidays = signal<HolidayYear | null>(null);
  readonly #problem = signal<ApiProblem | null>(null);
  readonly #refusal = signal<ApiProblem | null>(null);
  readonly #busy = signal(false);

  readonly office = this.#office.asReadonly();
  readonly holidays = this.#holidays.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly refusal = this.#refusal.asReadonly();
  readonly busy = this.#busy.asReadonly();

  async load(year: number): Promise<void> {
    try {
      const [office, holidays] = await Promise.all([this.#api.get<OfficeView>(''), this.#api.get<HolidayYear>(`/holidays/${year}`)]);
      this.#office.set(office);
      this.#holidays.set(holidays);
      this.#problem.set(null);
    } catch (error) {
      this.#problem.set(problemFrom(error));
    }
  }

  change(change: OfficeChange): Promise<boolean> {
    return this.#write(async () => this.#office.set(await this.#api.patch<OfficeView>('', change)));
  }

  keepHolidays(year: number, days: readonly Holiday[]): Promise<boolean> {
    return this.#write(async () => this.#holidays.set(await this.#api.put<HolidayYear>(`/holidays/${year}`, { days })));
  }

  async #write(send: () => Promise<void>): Promise<boolean> {
    if (this.#busy()) return false;
    this.#busy.set(true);
    this.#refusal.set(null);
    try {
      await send();
      return true;
    } catch (error) {
      this.#refusal.set(problemFrom(error));
      return false;
    } finally {
      this.#busy.set(false);
    }
  }
}
