import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { AbsenceChoice, AbsenceReason, LineAgent } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { AbsenceChoices } from '../../reception/absence-choices';
import { BackIn } from '../../reception/back-in';
import { Clock } from '../../shared/clock/clock';
import { Words } from '../../shared/language/words';

export type AgentAct =
  | { readonly kind: 'back' | 'sign_out' }
  | { readonly kind: 'out'; readonly reason: AbsenceReason; readonly expectedBackAt: number | null }
  | { readonly kind: 'suspend'; readonly lastDay: string; readonly reason: string }
  | { readonly kind: 'lift'; readonly reason: string };

/** What the desk can do for an agent who asks it to, and what a manager can do besides. */
@Component({
  selector: 'lj-agent-question',
  imports: [AbsenceChoices, BackIn, NzButtonComponent, NzInputDirective],
  templateUrl: './agent-question.html',
  styleUrl: '../../reception/question.css',
})
export class AgentQuestion {
  readonly agent = input.required<LineAgent>();
  readonly reasons = input.required<readonly AbsenceChoice[]>();
  /** Earliest day a suspension can end on, `YYYY-MM-DD`. */
  readonly today = input.required<string>();
  /** May suspend and lift. */
  readonly rules = input(false);
  readonly busy = input(false);
  readonly answered = output<AgentAct>();
  readonly #clock = inject(Clock);
  protected readonly t = inject(Words).t;
  protected readonly backIn = signal<number | null>(null);
  protected readonly reason = signal<AbsenceReason | null>(null);
  protected readonly lastDay = linkedSignal(() => this.today());
  protected readonly why = signal('');

  protected goOut(): void {
    const reason = this.reason();
    const minutes = this.backIn();
    if (reason) this.answered.emit({ kind: 'out', reason, expectedBackAt: minutes === null ? null : this.#clock.read() + minutes * 60_000 });
  }

  protected suspend(): void {
    this.answered.emit({ kind: 'suspend', lastDay: this.lastDay(), reason: this.why().trim() });
  }

  protected lift(): void {
    this.answered.emit({ kind: 'lift', reason: this.why().trim() });
  }
}
