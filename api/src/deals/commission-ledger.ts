import { accountsOf, departurePostings, divide, releasesOf, reversalOf, takenBack, type Account, type Posting } from '@lunjie/commission';
import type { CommissionPostingKind, DealEventKind, Payee, PersonRef, Portion, PostingRow, RegisterKind } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';
import { Staff } from '../staff/staff';
import { CommissionPosting } from './deal.entity';
import { DealHistory } from './deal-history';

/** An account with its payee's name. */
export interface NamedAccount extends Account {
  readonly person: PersonRef | null;
}

const entryOf: Readonly<Record<CommissionPostingKind, { readonly kind: RegisterKind; readonly event: DealEventKind }>> = {
  accrual: { kind: 'commission_accrued', event: 'accrual' }, reversal: { kind: 'commission_reversed', event: 'reversal' }, adjustment: { kind: 'commission_adjusted', event: 'adjustment' },
  release: { kind: 'commission_released', event: 'release' }, clawback: { kind: 'commission_clawed_back', event: 'clawback' },
};

/** The commission ledger: postings in 分 that nobody edits, each under a register entry of its kind. */
@Injectable()
export class CommissionLedger {
  constructor(
    private readonly ids: Ids,
    private readonly staff: Staff,
    private readonly history: DealHistory,
  ) {}

  /** Accrues a commission by a ruling's shares; what it says of each amount stands in the register. */
  async accrue(scene: Scene, dealId: string, fen: number, { id: rulingId, shares }: { readonly id: string; readonly shares: readonly Portion[] }): Promise<void> {
    await this.post(scene, dealId, rulingId, await this.accruals(scene.tx, scene.officeId, fen, shares, scene.rules.policy.values.commission));
  }

  /** The postings a commission would accrue by shares; nothing is posted. */
  async accruals(reading: Reading, officeId: string, fen: number, shares: readonly Portion[], commission: PolicyValues['commission']): Promise<readonly Posting[]> {
    const agents = commission.floor_mode === 'shared_equal' ? (await this.staff.agents(reading, officeId)).filter(({ state }) => state === 'active').map(({ id }) => id) : [];
    return divide(fen, shares, commission, agents).map((amount): Posting => ({ kind: 'accrual', ...amount }));
  }

  /** Undoes what is earned of a deal, so that it can be divided anew. */
  async reverse(scene: Scene, dealId: string, rulingId: string): Promise<void> {
    await this.post(scene, dealId, rulingId, reversalOf(await this.accounts(scene.tx, dealId)));
  }

  /** Takes a deal's commission back: what was released as the policy says, perhaps from the next month (P144). */
  async takeBack(scene: Scene, dealId: string, rulingId: string): Promise<void> {
    const { clawback } = scene.rules.policy.values.commission;
    const [year = 0, month = 0] = scene.now.date.split('-').map(Number);
    const nextMonth = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
    await this.post(scene, dealId, rulingId, takenBack(await this.accounts(scene.tx, dealId), clawback), { clawedOn: clawback === 'next_month' ? nextMonth : scene.now.date });
  }

  /**
   * Releases, or claws back, until each account has what it may have.
   * @param points basis points of what is earned
   * @param departed agents whose accounts stay as they are (P145)
   * @param keeping agents from whom nothing is taken back, besides those whose customers were handed over before (P91)
   */
  async release(scene: Scene, dealId: string, rulingId: string, points: number, departed: ReadonlySet<string>, keeping: ReadonlySet<string> = new Set()): Promise<void> {
    const accounts = (await this.accounts(scene.tx, dealId)).filter(({ agent }) => agent === null || !departed.has(agent));
    await this.post(scene, dealId, rulingId, releasesOf(accounts, points, new Set([...keeping, ...await this.succeeded(scene.tx, dealId)])));
  }

  /** Gives the department what those who are gone are not paid (P145). */
  async depart(scene: Scene, dealId: string, rulingId: string, departed: ReadonlySet<string>): Promise<void> {
    await this.post(scene, dealId, rulingId, departurePostings(await this.accounts(scene.tx, dealId), departed), { because: 'departure' });
  }

  /**
   * Posts, one register entry for each kind, in the order in which the kinds come.
   * @param clawedOn the business date on which clawbacks count; today, unless said otherwise
   * @param because the rule that asked for it, where it was not a person
   * @param reason what somebody gave for it, kept sealed beside the register
   */
  async post(scene: Scene, dealId: string, rulingId: string, postings: readonly Posting[], { clawedOn = scene.now.date, reason = null, because = null }: { readonly clawedOn?: string; readonly reason?: string | null; readonly because?: 'departure' | 'month_tier' | 'succession' | null } = {}): Promise<void> {
    const { rows } = await scene.tx.run<{ next: number | string }>('SELECT COUNT(*) AS next FROM commission_posting WHERE deal_id = ?', [dealId]);
    let seq = Number(rows[0]?.next ?? 0);
    for (const kind of new Set(postings.map((posting) => posting.kind))) {
      const ofKind = postings.filter((posting) => posting.kind === kind);
      const entryNumber = scene.enter({ kind: entryOf[kind].kind, subject: dealId, content: { ruling: rulingId, amounts: ofKind.map(({ payee, agent, fen }) => ({ payee, agent, fen })), ...because === null ? {} : { because }, ...kind === 'clawback' ? { on: clawedOn } : {} }, personal: reason === null ? null : { reason } });
      await this.history.add(scene, dealId, entryOf[kind].event, entryNumber, { fen: ofKind.reduce((sum, { fen }) => sum + fen, 0), ...because === null ? {} : { because } });
      await scene.tx.insert(CommissionPosting, ofKind.map(({ payee, agent, fen }, index): CommissionPosting => ({
        id: this.ids.next(), officeId: scene.officeId, dealId, seq: seq + index, businessDate: kind === 'clawback' ? clawedOn : scene.now.date, kind, payee, agentId: agent, fen, rulingId, entryNumber,
      })));
      seq += ofKind.length;
    }
  }

  /** Whose part of a deal somebody took over (P91), by the entries that moved it: what was released to them before stays. */
  async succeeded(reading: Reading, dealId: string): Promise<ReadonlySet<string>> {
    const { rows } = await reading.run<{ agent_id: string; content: string }>(
      "SELECT c.agent_id, e.content FROM commission_posting c JOIN register_entry e ON e.office_id = c.office_id AND e.number = c.entry_number WHERE c.deal_id = ? AND c.kind = 'adjustment' AND c.fen < 0 AND c.agent_id IS NOT NULL", [dealId]);
    return new Set(rows.filter(({ content }) => (storedJson(content) as { readonly because?: string } | undefined)?.because === 'succession').map(({ agent_id: agent }) => agent));
  }

  /** Every posting of a deal, oldest first. */
  async postings(reading: Reading, dealId: string): Promise<readonly PostingRow[]> {
    const { rows } = await reading.run<{ kind: CommissionPostingKind; business_date: string; payee: Payee; agent_id: string | null; name: string | null; fen: number | string; entry_number: number | string }>(
      'SELECT c.kind, c.business_date, c.payee, c.agent_id, p.name, c.fen, c.entry_number FROM commission_posting c LEFT JOIN person p ON p.id = c.agent_id WHERE c.deal_id = ? ORDER BY c.seq', [dealId]);
    return rows.map((row) => ({ kind: row.kind, date: row.business_date, payee: row.payee, agent: row.agent_id === null ? null : { id: row.agent_id, name: row.name ?? '' }, fen: Number(row.fen), entry: Number(row.entry_number) }));
  }

  /** A deal's accounts, in the order in which they were first posted to. */
  async accounts(reading: Reading, dealId: string): Promise<readonly NamedAccount[]> {
    const { rows } = await reading.run<{ kind: CommissionPostingKind; payee: Payee; agent_id: string | null; name: string | null; fen: number | string }>(
      'SELECT c.kind, c.payee, c.agent_id, p.name, c.fen FROM commission_posting c LEFT JOIN person p ON p.id = c.agent_id WHERE c.deal_id = ? ORDER BY c.seq', [dealId]);
    const names = new Map(rows.map((row) => [row.agent_id, row.name]));
    return accountsOf(rows.map(({ kind, payee, agent_id: agent, fen }) => ({ kind, payee, agent, fen: Number(fen) })))
      .map((account) => ({ ...account, person: account.agent === null ? null : { id: account.agent, name: names.get(account.agent) ?? '' } }));
  }
}
