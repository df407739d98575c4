import type { MyDayView, MyReception } from '@lunjie/contracts';

/** The one thing an agent most likely does next in each state. */
export type BigAct = 'sign_in' | 'out' | 'accept' | 'understood' | 'end' | 'back';

/** A reception that began this recently is called out even when the page was opened after it. */
const stillNewMs = 60_000;

/** The reception that calls: one to be accepted, or one given to me that I have not seen yet. */
export function callingOf({ receptions }: MyDayView, seen: ReadonlySet<string>, now: number): MyReception | null {
  const offered = receptions.find(({ reception }) => reception.state === 'offered');
  if (offered) return offered;
  const isNew = ({ reception }: MyReception) =>
    reception.state === 'receiving' && reception.acceptedAt === null && !seen.has(reception.id) && now - reception.startedAt < stillNewMs;
  return receptions.find(isNew) ?? null;
}

/** Receptions in hand; more than one where the policy allows it. */
export function runningOf({ receptions }: MyDayView): readonly MyReception[] {
  return receptions.filter(({ reception }) => reception.state === 'receiving');
}

export function bigActOf(view: MyDayView, calling: MyReception | null): BigAct | null {
  if (calling) return calling.reception.state === 'offered' ? 'accept' : 'understood';
  switch (view.state) {
    case 'not_signed_in': return 'sign_in';
    case 'in_line':
    case 'up_now': return 'out';
    // After a reception the policy may want a manager to let the agent back into the line.
    case 'out': return view.out?.reason === 'awaiting_release' ? null : 'back';
    // With several in hand each is ended at its own card.
    case 'receiving': return runningOf(view).length === 1 ? 'end' : null;
    default: return null;
  }
}
