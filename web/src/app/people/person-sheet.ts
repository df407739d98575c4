import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EmploymentChangeRequest, SessionRow, StaffMember } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Sheet } from '../reception/sheet';
import { problemFrom } from '../shared/api/api-problem';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { ProblemWords } from '../shared/problem/problem-words';
import { Session } from '../shared/session/session';
import { SessionRows } from '../shared/session/session-rows';
import { PasswordQuestion } from './password-question';
import { isGone } from './people-search';
import { PeopleStore } from './people-store';
import { PersonFieldsForm, type PersonFields } from './person-fields';
import { PersonHistory } from './person-history';
import { StateQuestion, type StateAct, type StateAnswer } from './state-question';

/** One person: what they are, what can be done about it, where they are signed in, and what they were. */
@Component({
  selector: 'lj-person-sheet',
  imports: [Sheet, ProblemNote, PersonFieldsForm, PersonHistory, PasswordQuestion, RouterLink, SessionRows, StateQuestion, NzButtonComponent],
  templateUrl: './person-sheet.html',
  styleUrl: './person-form.css',
})
export class PersonSheet {
  readonly member = input.required<StaffMember>();
  readonly today = input.required<string>();
  /** Done, in words for the reader. */
  readonly done = output<string>();
  readonly closed = output();
  readonly #session = inject(Session);
  readonly #problems = inject(ProblemWords);
  protected readonly moments = inject(Moments);
  protected readonly store = inject(PeopleStore);
  protected readonly t = inject(Words).t;

  protected readonly asked = signal<StateAct | 'password' | null>(null);
  protected readonly fields = linkedSignal<PersonFields>(() => fieldsOf(this.member()));
  protected readonly admin = computed(() => this.#session.roles().includes('admin'));
  /** A manager reads an admin's sheet and changes nothing. */
  protected readonly mayChange = computed(() => this.admin() || !this.member().roles.includes('admin'));
  protected readonly isSelf = computed(() => this.#session.person()?.id === this.member().id);
  protected readonly offices = computed(() => this.#session.offices().filter(({ officeId, roles }) => roles.includes('admin') && officeId !== this.#session.office()?.officeId));
  protected readonly acts = computed<readonly StateAct[]>(() => {
    const member = this.member();
    if (isGone(member)) return ['take_back'];
    const transfer: readonly StateAct[] = this.admin() && this.offices().length > 0 ? ['transfer'] : [];
    return [member.state === 'long_leave' ? 'return' : 'long_leave', ...transfer, 'leave'];
  });
  /** Whoever goes leaves customers behind, whom a manager gives to others. */
  protected readonly redistributes = computed(() => this.#session.roles().includes('manager') && this.member().roles.includes('agent') && this.member().state !== 'active');
  protected readonly gone = computed(() => isGone(this.member()));
  protected readonly ties = (id: string) => this.store.ties(id);
  /** Read again after every change of the person. */
  protected readonly periods = resource({ params: () => this.member(), loader: ({ params }) => this.store.periods(params.id) });
  protected readonly teams = resource({ params: () => this.member(), loader: ({ params }) => this.store.teamsOf(params.id) });
  protected readonly sessions = resource({ params: () => (isGone(this.member()) ? undefined : this.member()), loader: ({ params }) => this.store.sessions(params.id) });
  protected readonly change = computed(() => changeOf(this.member(), this.fields()));
  protected readonly isChanged = computed(() => Object.keys(this.change()).length > 0);
  protected readonly heading = computed(() => {
    const asked = this.asked();
    const { name } = this.member();
    if (asked === null) return name;
    return this.t(asked === 'password' ? 'people.password.of' : `people.act.${asked}_of`, { name });
  });

  protected ask(act: StateAct | 'password' | null): void {
    this.store.forgive();
    this.asked.set(act);
  }

  protected async save(): Promise<void> {
    if (await this.store.change(this.member().id, this.change())) this.done.emit(this.t('people.done.saved', { name: this.member().name }));
  }

  protected async answer(answer: StateAnswer): Promise<void> {
    const act = this.asked();
    const { id, name } = this.member();
    const done = answer.kind === 'transfer' ? this.store.transfer(id, answer.transfer) : this.store.change(id, answer.change);
    if (await done) this.#finish(this.t(`people.done.${act}`, { name }));
  }

  protected async givePassword(password: string): Promise<void> {
    if (await this.store.givePassword(this.member().id, password)) this.#finish(this.t('people.done.password', { name: this.member().name }));
  }

  protected async end(session: SessionRow | null): Promise<void> {
    if (!(await this.store.endSessions(this.member().id, session?.id ?? null))) return;
    this.sessions.reload();
    this.done.emit(this.t('people.done.sessions', { name: this.member().name }));
  }

  protected why(error: unknown): string {
    return this.#problems.sentence(problemFrom(error));
  }

  #finish(words: string): void {
    this.asked.set(null);
    this.periods.reload();
    this.sessions.reload();
    this.done.emit(words);
  }
}

function fieldsOf({ roles, weight, certifiedVisits, certifiedVisitsOn, certifiedCalls, certifiedCallsOn, team }: StaffMember): PersonFields {
  return { roles, weight, certifiedVisits, certifiedVisitsOn, certifiedCalls, certifiedCallsOn, team: team ?? '', teamFrom: null };
}

/** Only what differs from what is kept. */
function changeOf(member: StaffMember, fields: PersonFields): EmploymentChangeRequest {
  const { roles, weight, certifiedVisits, certifiedVisitsOn, certifiedCalls, certifiedCallsOn, teamFrom } = fields;
  const team = fields.team.trim();
  return {
    ...(roles.length > 0 && JSON.stringify([...roles].sort()) !== JSON.stringify([...member.roles].sort()) ? { roles } : {}),
    ...(Number.isInteger(weight) && weight !== member.weight ? { weight } : {}),
    ...(certifiedVisits === member.certifiedVisits ? {} : { certifiedVisits }),
    ...(certifiedVisits && certifiedVisitsOn !== null && certifiedVisitsOn !== member.certifiedVisitsOn ? { certifiedVisitsOn } : {}),
    ...(certifiedCalls === member.certifiedCalls ? {} : { certifiedCalls }),
    ...(certifiedCalls && certifiedCallsOn !== null && certifiedCallsOn !== member.certifiedCallsOn ? { certifiedCallsOn } : {}),
    ...(team === (member.team ?? '') ? {} : { team: team === '' ? null : team, ...(teamFrom === null ? {} : { teamFrom }) }),
  };
}
