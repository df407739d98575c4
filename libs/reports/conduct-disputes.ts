import { disputeOutcomes, disputeSteps, type DisputesConduct } from '@lunjie/contracts';
import { within, type Bounds, type DisputeFact } from './conduct-facts';
import { counted, groupedBy, medianOf } from './measures';

/** Disputes of a span: what began in it, what ended in it and how, and what became of appeals. */
export function disputesOf(facts: readonly DisputeFact[], bounds: Bounds): DisputesConduct {
  const settled = facts.flatMap((each) => each.settled !== null && within(bounds, each.settled.at) ? [{ ...each, end: each.settled, took: each.settled.at - each.openedAt }] : []);
  const heard = facts.flatMap(({ heard: one }) => one !== null && within(bounds, one.at) ? [one] : []);
  return {
    opened: counted(facts.filter(({ openedAt }) => within(bounds, openedAt))),
    settled: counted(settled),
    open: counted(facts.filter((each) => each.openedAt < bounds.toAt && (each.settled === null || each.settled.at >= bounds.toAt))),
    outcomes: disputeOutcomes.flatMap((outcome) => [...groupedBy(settled.filter(({ end }) => end.outcome === outcome), ({ end }) => end.to)].map(([to, ofIt]) => ({ outcome, to, settled: counted(ofIt) }))),
    steps: disputeSteps.flatMap((step) => {
      const took = settled.filter((each) => each.step === step).map((each) => each.took);
      const medianMs = medianOf(took);
      return medianMs === null ? [] : [{ step, settled: took.length, medianMs }];
    }),
    medianMs: medianOf(settled.map(({ took }) => took)),
    appealed: counted(facts.flatMap(({ appealed }) => appealed !== null && within(bounds, appealed.at) ? [appealed] : [])),
    stood: counted(heard.filter(({ fell }) => !fell)),
    fell: counted(heard.filter(({ fell }) => fell)),
  };
}
