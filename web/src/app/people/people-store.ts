import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  BulkEntryAnswer, EmploymentChangeRequest, EmploymentPeriod, EmploymentTies, NewPersonRequest, NewPersonRow, SessionRow, SheetCells, StaffMember, TeamPeriod, TransferRequest,
} from '@lunjie/contracts';
import { sheetType } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { isGone } from './people-search';

/** The office's people and everything that can be done about them. A write answers whether it went through; why not is in `refusal`. */
@Injectable()
export class PeopleStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = signal<readonly StaffMember[] | null>(null);
  readonly #problem = signal<ApiProblem | null>(null);
  readonly #refusal = signal<ApiProblem | null>(null);
  readonly #busy = signal(false);

  /** Null until it was read once. */
  readonly staff = this.#staff.asReadonly();
  /** Why the last reading failed. */
  readonly problem = this.#problem.asReadonly();
  /** Why the last write failed. */
  readonly refusal = this.#refusal.asReadonly();
  readonly busy = this.#busy.asReadonly();
  /** The agents of the roster in its order: all who are not gone. */
  readonly roster = computed(() => (this.#staff() ?? []).filter((member) => member.roles.includes('agent') && !isGone(member)));

  /** The teams somebody of the office is in now. */
  readonly teams = computed(() => [...new Set((this.#staff() ?? []).flatMap((member) => member.team === null || isGone(member) ? [] : [member.team]))].sort());

  async load(): Promise<void> {
    try {
      this.#staff.set(await this.#api.get<readonly StaffMember[]>('/people'));
      this.#problem.set(null);
    } catch (error) {
      this.#problem.set(problemFrom(error));
    }
  }

  forgive(): void {
    this.#refusal.set(null);
  }

  add(person: NewPersonRequest): Promise<boolean> {
    return this.#write(() => this.#api.post('/people', person));
  }

  change(id: string, change: EmploymentChangeRequest): Promise<boolean> {
    return this.#write(() => this.#api.patch(`/people/${id}`, change));
  }

  transfer(id: string, transfer: TransferRequest): Promise<boolean> {
    return this.#write(() => this.#api.post(`/people/${id}/transfer`, transfer));
  }

  arrange(order: readonly string[]): Promise<boolean> {
    return this.#write(() => this.#api.put('/people/roster', { order }));
  }

  givePassword(id: string, password: string): Promise<boolean> {
    return this.#write(() => this.#api.post(`/people/${id}/password`, { password }));
  }

  periods(id: string): Promise<readonly EmploymentPeriod[]> {
    return this.#api.get(`/people/${id}/periods`);
  }

  teamsOf(id: string): Promise<readonly TeamPeriod[]> {
    return this.#api.get(`/people/${id}/teams`);
  }

  ties(id: string): Promise<EmploymentTies> {
    return this.#api.get(`/people/${id}/ties`);
  }

  sessions(id: string): Promise<readonly SessionRow[]> {
    return this.#api.get(`/people/${id}/sessions`);
  }

  /** Ends one session of a person, or all of them. */
  endSessions(id: string, session: string | null): Promise<boolean> {
    return this.#write(() => this.#api.remove(session === null ? `/people/${id}/sessions` : `/people/${id}/sessions/${session}`));
  }

  /** What is wrong with the rows; nothing is written. */
  check(rows: readonly NewPersonRow[]): Promise<BulkEntryAnswer> {
    return this.#api.ask('/people/bulk', { rows, dryRun: true });
  }

  /** Enters all of them, or nobody and null. */
  async enter(rows: readonly NewPersonRow[]): Promise<BulkEntryAnswer | null> {
    let answer: BulkEntryAnswer | null = null;
    await this.#write(async () => {
      answer = await this.#api.post<BulkEntryAnswer>('/people/bulk', { rows, dryRun: false });
    });
    return answer;
  }

  /** The cells of an .xlsx file. */
  cellsOf(file: Blob): Promise<SheetCells> {
    return this.#api.ask('/people/sheet', new Blob([file], { type: sheetType }));
  }

  async #write(send: () => Promise<unknown>): Promise<boolean> {
    if (this.#busy()) return false;
    this.#busy.set(true);
    this.#refusal.set(null);
    try {
      await send();
      await this.load();
      return true;
    } catch (error) {
      this.#refusal.set(problemFrom(error));
      return false;
    } finally {
      this.#busy.set(false);
    }
  }
}
