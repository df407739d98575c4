import { dealStages, type DealListRow, type DealStage } from '@lunjie/contracts';

/** Which deals are looked at, as it stands in the address. */
export interface DealQuery {
  readonly stage: DealStage | 'running' | 'over' | null;
  readonly agent: string | null;
  readonly disputed: boolean;
}

const over: readonly DealStage[] = ['lapsed', 'cancelled', 'forfeited'];

/** @param address query parameters; what means nothing is left out */
export function askedOf(address: Readonly<Record<string, string | undefined>>): DealQuery {
  const stage = [...dealStages, 'running' as const, 'over' as const].find((one) => one === address['stage']) ?? null;
  return { stage, agent: address['agent'] ?? null, disputed: address['disputed'] !== undefined };
}

/** Whether a deal is among those looked for. */
export function isAsked({ stage, handler, closer, disputed }: DealListRow, query: DealQuery): boolean {
  const ofStage = query.stage === null || query.stage === stage || (query.stage === 'over' && over.includes(stage)) || (query.stage === 'running' && !over.includes(stage));
  return ofStage && (query.agent === null || handler?.id === query.agent || closer?.id === query.agent) && (!query.disputed || disputed);
}
