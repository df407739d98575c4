import type { DisputeAct, DisputeEvidence, DisputeView } from '@lunjie/contracts';
import { registerKindText } from '@lunjie/contracts';
import type { Speech } from '../shared/verdict-card/speech';

/** One line of the evidence, or of what was said, on one side or in the middle. */
export interface ToldMoment {
  readonly key: string;
  readonly at: number;
  readonly time: string;
  /** The party it speaks of; null = of the customer, or of the case. */
  readonly side: string | null;
  readonly title: string;
  readonly words: string | null;
  readonly entry: number;
  readonly hash: string;
  /** The policy ranks its kind as evidence (P101). */
  readonly ranked: boolean;
  readonly frozen: boolean;
}

const shownOfHash = 12;

/** The evidence and what was entered since, in the order it happened: each on the side of whom it speaks of. */
export function momentsOf({ file, acts, row }: DisputeView, speech: Speech, language: 'zh' | 'en'): readonly ToldMoment[] {
  const parties = new Set(row.parties.map(({ id }) => id));
  return [...file.evidence.map((one) => evidenceTold(one, speech, language)), ...acts.map((act) => actTold(act, parties, speech))].sort((one, other) => one.at - other.at || one.entry - other.entry);
}

function evidenceTold({ kind, agent, at, entry, hash, rank }: DisputeEvidence, { time }: Speech, language: 'zh' | 'en'): ToldMoment {
  return { key: `e${entry}`, at, time: time(at), side: agent, title: registerKindText(kind, language), words: null, entry, hash: (hash ?? '').slice(0, shownOfHash), ranked: rank !== null, frozen: true };
}

function actTold(act: DisputeAct, parties: ReadonlySet<string>, { t, time }: Speech): ToldMoment {
  const { kind, at, by, step, owner, outcome, upheld, words, entry, hash } = act;
  const title = t(`disputes.act.${kind}`, {
    name: by?.name ?? t('disputes.clock'), step: step === null ? '' : t(`disputes.step.${step}`), owner: owner?.name ?? t('disputes.nobody'), outcome: outcome === null ? '' : t(`disputes.outcome.${outcome}`),
    upheld: upheld === null ? '' : t(upheld ? 'disputes.upheld' : 'disputes.dismissed'),
  });
  return { key: `a${entry}`, at, time: time(at), side: by !== null && parties.has(by.id) ? by.id : null, title, words, entry, hash: hash.slice(0, shownOfHash), ranked: false, frozen: false };
}
