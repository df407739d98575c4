import { Component, DestroyRef, computed, effect, inject, signal } from '@angular/core';
import type { AbsenceReason, MyReception, OutRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { MyFollowUps } from '../follow-up/my-follow-ups';
import { MyPlans } from '../evening/my-plans';
import { Chime } from '../reception/chime';
import type { ActRequest, ReceptionAct } from '../reception/reception-act';
import { ReceptionSheet } from '../reception/reception-sheet';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { CallScreen } from './call-screen';
import { missingIn } from './form-groups';
import { MyDayStore } from './my-day-store';
import { MyConduct } from './my-conduct';
import { MyDuties } from './my-duties';
import { MyTurns } from './my-turns';
import { OutQuestion } from './out-question';
import { ReceptionCard, type ReceptionCardAct } from './reception-card';
import { StateCard, type StateAct } from './state-card';
import { TurnCall } from './turn-call';
import { VisitForms } from './visit-forms';

/** My day on a phone: one state, one big button; under it the receptions in hand, my duties and my turns. */
@Component({
  selector: 'lj-my-day-page',
  imports: [CallScreen, MyConduct, MyDuties, MyFollowUps, MyPlans, MyTurns, NzButtonComponent, NzSkeletonComponent, OutQuestion, ProblemNote, ReceptionCard, ReceptionSheet, Sheet, StaleNote, StateCard],
  providers: [MyDayStore, VisitForms, TurnCall],
  templateUrl: './my-day-page.html',
  styleUrl: './my-day-page.css',
})
export default class MyDayPage {
  protected readonly day = inject(MyDayStore);
  protected readonly forms = inject(VisitForms);
  protected readonly soundBlocked = inject(Chime).blocked;
  protected readonly t = inject(Words).t;
  protected readonly today = inject(Moments).today();
  /** The reason the question for going out opens with; undefined while it is closed. */
  protected readonly goingOut = signal<AbsenceReason | null | undefined>(undefined);
  protected readonly asked = signal<ReceptionAct | null>(null);

  constructor() {
    const call = inject(TurnCall);
    const calling = computed(() => this.day.calling()?.reception);
    const callId = computed(() => calling()?.id);
    const words = computed(() => this.t(calling()?.state === 'receiving' ? 'me.call.given' : 'me.call.yourTurn'));
    effect(() => {
      if (callId()) call.start(words());
      else call.stop();
    });
    inject(DestroyRef).onDestroy(() => call.stop());
  }

  protected act(act: StateAct): void {
    this.day.dismissProblem();
    switch (act) {
      case 'sign_in': void this.day.signIn(); break;
      case 'sign_out': void this.day.signOut(); break;
      case 'back': void this.day.comeBack(); break;
      case 'out': this.goingOut.set(null); break;
      case 'lunch': this.goingOut.set('lunch'); break;
      case 'door': void this.day.goToDoor(); break;
      case 'end': {
        const [mine] = this.day.running();
        if (mine) this.ask('end', mine);
        break;
      }
    }
  }

  protected async goOut(request: OutRequest): Promise<void> {
    if (await this.day.goOut(request)) this.goingOut.set(undefined);
  }

  protected ask(kind: ReceptionCardAct, mine: MyReception): void {
    const about = { reception: mine.reception.id, customerLabel: mine.visit.customerLabel };
    this.day.dismissProblem();
    if (kind === 'end') this.asked.set({ ...about, kind, missingFields: missingIn(mine, this.forms.of(mine.reception.id)) });
    else if (kind === 'owner_discovered') this.asked.set({ ...about, kind, receiver: mine.visit.receiver });
    else this.asked.set({ ...about, kind });
  }

  /** What is still on its way into the form goes first: an ended reception may be closed to it. */
  protected async send(act: ReceptionAct, { path, body }: ActRequest): Promise<void> {
    if (!(await this.forms.of(act.reception).flush())) {
      this.day.show(this.forms.of(act.reception).problem());
      return;
    }
    if (await this.day.act(path, body)) this.asked.set(null);
  }

  protected leave(): void {
    this.day.dismissProblem();
    this.asked.set(null);
    this.goingOut.set(undefined);
  }
}
