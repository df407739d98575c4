import { effect, inject, type Signal } from '@angular/core';
import type { WaitingParty } from '@lunjie/contracts';
import { Chime } from '../../reception/chime';

/** Rings once for each party at the moment it can be served, not again while it stays so. Needs an injection context. */
export function ringForServable(waiting: Signal<readonly WaitingParty[]>): void {
  const chime = inject(Chime);
  let rung: ReadonlySet<string> = new Set();
  effect(() => {
    const servable = new Set(waiting().filter((party) => party.canBeReceivedBy).map((party) => party.visit));
    if ([...servable].some((visit) => !rung.has(visit))) chime.ring();
    rung = servable;
  });
}
