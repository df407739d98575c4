import type { DisputesView, PenaltyView } from '@lunjie/contracts';
import { DealsClock } from '../deals/deals-clock';
import { sellingOffice, type SellingOffice } from '../deals/testing/selling-office';
import { Ledger } from '../floor/ledger';
import type { MoneyCheck, MoneyFault } from '../floor/money-fault';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, untouched } from '../reception/testing/sales-office';

type Tampering = readonly [what: string, sql: string, fault: Partial<MoneyFault>];

const differs = (part: MoneyFault['part'], column: string, stored?: string, entered?: string): Partial<MoneyFault> => ({ part, fault: 'differs', column, ...stored === undefined ? {} : { stored }, ...entered === undefined ? {} : { entered } });

/** Quiet changes, one of each kind of row and more: what is changed, by which statement (`?` is the office), and what is found. */
const tamperings: readonly Tampering[] = [
  ['a sold unit is free again', "UPDATE unit SET state = 'available' WHERE office_id = ? AND room = '1202'", differs('unit', 'state', 'available', 'contract')],
  ['a unit is somebody else\'s', "UPDATE unit SET held_by = NULL WHERE office_id = ? AND room = '1202'", differs('unit', 'held_by', 'nothing')],
  ['a list price', "UPDATE unit SET list_price_fen = list_price_fen - 1 WHERE office_id = ? AND room = '1204'", differs('unit', 'list_price_fen', '89999999', '90000000')],
  ['a unit is gone', "DELETE FROM unit WHERE office_id = ? AND room = '1204'", { part: 'unit', fault: 'missing' }],
  ['a price', "UPDATE deal SET price_fen = 1 WHERE office_id = ? AND stage = 'contract'", differs('deal', 'price_fen', '1', '150000300')],
  ['a stage', "UPDATE deal SET stage = 'delivered' WHERE office_id = ? AND stage = 'contract'", differs('deal', 'stage', 'delivered', 'contract')],
  ['a day of signing', "UPDATE deal SET signed_date = '2026-11-30' WHERE office_id = ? AND stage = 'contract'", differs('deal', 'signed_date', '2026-11-30', '2026-11-21')],
  ['whose deal it is', "UPDATE deal SET closer_id = NULL WHERE office_id = ? AND stage = 'contract'", differs('deal', 'closer_id')],
  ['a sum of commission', "UPDATE deal SET commission_fen = commission_fen + 1 WHERE office_id = ? AND stage = 'contract'", differs('deal', 'commission_fen')],
  ['a dispute about a deal', "UPDATE deal SET dispute = 'open' WHERE office_id = ? AND stage = 'contract'", differs('deal', 'dispute', 'open', 'none')],
  ['a deal is gone', "DELETE FROM deal WHERE office_id = ? AND stage = 'cancelled'", { part: 'deal', fault: 'missing' }],
  ['the history of a deal', "UPDATE deal_event SET data = '{\"number\":1,\"kind\":\"price\",\"fen\":1,\"method\":\"transfer\",\"withdraws\":null}' WHERE office_id = ? AND kind = 'receipt'", differs('deal_event', 'data')],
  ['who holds a copy', "UPDATE subscription SET copies = REPLACE(copies, 'finance', 'sales') WHERE office_id = ?", differs('subscription', 'copies')],
  ['the terms of a subscription', "UPDATE subscription SET terms = REPLACE(terms, '100000100', '100000000') WHERE office_id = ?", differs('subscription', 'terms')],
  ['a receipt', 'UPDATE receipt SET fen = fen - 100 WHERE office_id = ? AND number = 1', differs('receipt', 'fen', '29999900', '30000000')],
  ['a receipt is gone', 'DELETE FROM receipt WHERE office_id = ? AND number = 2', { part: 'receipt', fault: 'missing' }],
  ['an instalment', "UPDATE instalment SET due_on = '2027-12-31' WHERE office_id = ? AND number = 1", differs('instalment', 'due_on', '2027-12-31')],
  ['a demand', 'UPDATE payment_demand SET fen = 1 WHERE office_id = ?', differs('demand', 'fen', '1')],
  ['a posting', "UPDATE commission_posting SET fen = fen + 1 WHERE office_id = ? AND kind = 'accrual'", differs('commission', 'fen')],
  ['whose a posting is', "UPDATE commission_posting SET agent_id = NULL WHERE office_id = ? AND kind = 'release'", differs('commission', 'agent_id', 'nothing')],
  ['from when a clawback counts', "UPDATE commission_posting SET business_date = '2030-01-01' WHERE office_id = ? AND kind = 'clawback'", differs('commission', 'business_date', '2030-01-01')],
  ['a posting is gone', "DELETE FROM commission_posting WHERE office_id = ? AND kind = 'release'", { part: 'commission', fault: 'missing' }],
  ['a posting nobody entered', "INSERT INTO commission_posting (id, office_id, deal_id, seq, business_date, kind, payee, agent_id, fen, ruling_id, entry_number) SELECT 'invented', office_id, deal_id, seq + 100, business_date, kind, payee, agent_id, fen, ruling_id, 1 FROM commission_posting WHERE office_id = ? AND kind = 'accrual' AND seq = 0 LIMIT 1", { part: 'commission', entry: 1, fault: 'not_entered' }],
  ['a ruling', "UPDATE ruling SET decision = REPLACE(decision, '10000', '5000') WHERE office_id = ? AND occasion = 'deal'", differs('ruling', 'decision')],
  ['the frozen file', "UPDATE dispute SET file = REPLACE(file, 'registered_twice', 'contested') WHERE office_id = ?", differs('dispute', 'file')],
  ['the state of a dispute', "UPDATE dispute SET state = 'open' WHERE office_id = ?", differs('dispute', 'state', 'open', 'closed')],
  ['who won a dispute', 'UPDATE dispute SET owner_id = NULL WHERE office_id = ?', differs('dispute', 'owner_id', 'nothing')],
  ['a dispute is gone', 'DELETE FROM dispute WHERE office_id = ?', { part: 'dispute', fault: 'missing' }],
  ['what a party agreed to', 'UPDATE dispute_party SET consents_to = agent_id WHERE office_id = ? AND consents_to IS NULL', differs('dispute_party', 'consents_to')],
  ['an act in a dispute', "UPDATE dispute_act SET by_person = NULL WHERE office_id = ? AND kind = 'statement'", differs('dispute_act', 'by_person', 'nothing')],
  ['a penalty', "UPDATE penalty SET decision = REPLACE(decision, '760001', '1') WHERE office_id = ?", differs('penalty', 'decision')],
  ['what a penalty costs', "UPDATE penalty_posting SET deduct_fen = 0 WHERE office_id = ? AND kind = 'issued'", differs('penalty_posting', 'deduct_fen', '0', '760001')],
  ['how an appeal ended', "UPDATE penalty_appeal SET state = 'dismissed' WHERE office_id = ?", differs('penalty_appeal', 'state', 'dismissed', 'reversed')],
  ['why a visit was given', "UPDATE visit SET decision = REPLACE(decision, 'policyVersion', 'policyVersions') WHERE office_id = ?", differs('visit', 'decision')],
  ['who received a visit', 'UPDATE visit SET receiver_id = NULL WHERE office_id = ?', differs('visit', 'receiver_id', 'nothing')],
  ['a visit is gone', 'DELETE FROM visit WHERE office_id = ?', { part: 'visit', fault: 'missing' }],
];

class Undone extends Error {}

describeOnBothDatabases('verifying the money against the register', (open) => {
  let test: TestApp;
  let selling: SellingOffice;

  /** Changes something past the product, verifies, and leaves everything as it was. */
  const after = async (sql: string): Promise<MoneyCheck> => {
    const { id } = selling.office;
    let found: MoneyCheck | undefined;
    await test.transactions.transaction(async (tx) => {
      const { affected } = await tx.run(sql, [id]);
      expect([sql, affected > 0]).toEqual([sql, true]);
      found = (await test.app.get(Ledger, { strict: false }).verify(tx, id)).money;
      throw new Undone();
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
    return found ?? { rows: 0, fault: null };
  };

  beforeAll(async () => {
    test = await open();
    const office = await sellingOffice(test, 'money', {
      commission: { rates: [{ from_yuan: 0, per_ten_thousand: 40 }], release: [{ milestone: 'deposit', percent: 30 }, { milestone: 'contract', percent: 70 }], clawback: 'next_month' }, deals: { cancellation: 'any', exchange: 'any' },
    }, ['wang', 'li', 'zhao']);
    selling = office;
    const sells = office.office;
    const later = (ms = 60_000): void => { test.clock.advance(ms); };
    const [first = '', second = '', third = ''] = await office.units({ 1201: 1_000_001, 1202: 1_500_003, 1203: 2_200_007, 1204: 900_000 });
    // One deal signed after an exchange and paid in parts, with a receipt taken back; one cancelled.
    const deal = await office.deposit('wang', first);
    later();
    granted(await office.step('wang', deal, 'subscription'));
    granted(await office.step('manager', deal, 'exchange', { unit: second, reason: '换大户型' }));
    granted(await office.step('wang', deal, 'contract', { contractNumber: '2026-1', instalments: [{ dueOn: '2026-11-25', fen: 50_000_300, kind: 'own' }, { dueOn: '2027-03-01', fen: 100_000_000, kind: 'loan' }] }));
    later();
    granted(await office.pays(deal, 300_000));
    const wrong = granted<{ id: string }>(await office.pays(deal, 1));
    granted(await sells.does('finance', `/receipts/${wrong.id}/withdrawal`, { reason: '记错' }));
    const gone = await office.deposit('li', third, 'soft');
    granted(await office.step('li', gone, 'firm-deposit', { depositFen: 5_000_000 }));
    granted(await office.step('manager', gone, 'cancellation', { reason: '家中变故' }));
    // A case between two agents, and a penalty that is reversed.
    const register = (agent: string) => sells.does('desk', '/customers', { name: '宋雨', phone: '13800000941', agentId: sells.idOf(agent) });
    granted(await register('wang'));
    later();
    await register('li');
    const [{ id: dispute = '' } = {}] = granted<DisputesView>(await (await sells.as('manager')).get(sells.at('/disputes'))).disputes;
    const acts = (who: string, act: string, body: object) => sells.does(who, `/disputes/${dispute}/${act}`, body);
    granted(await acts('li', 'statements', { words: '客户先给我打过电话' }));
    granted(await acts('wang', 'consent', { owner: sells.idOf('wang') }));
    granted(await acts('wang', 'move-up', { reason: '谈不拢' }));
    granted(await acts('supervisor', 'move-up', { reason: '调解不成' }));
    granted(await acts('manager', 'ruling', { outcome: 'owner', owner: sells.idOf('wang'), reason: '以首次登记为准' }));
    granted(await acts('li', 'appeal', { reason: '有通话记录' }));
    granted(await acts('admin', 'appeal/hearing', { upheld: false, reason: '记录不足' }));
    const penalty = granted<PenaltyView>(await sells.does('manager', '/penalties', { agentId: sells.idOf('zhao'), trigger: 'grabbing', severity: 'serious', monthBasePayFen: 360_000, monthBonusFen: 800_001, reason: '核实' }));
    granted(await sells.does('zhao', `/penalties/${penalty.id}/appeal`, { reason: '误会' }));
    granted(await sells.does('admin', `/penalties/${penalty.id}/hearing`, { upheld: true, reason: '属实' }));
    await sells.receives({ name: '周到' });
    sells.sets('2026-11-26', '10:00');
    await test.app.get(DealsClock, { strict: false }).officeDue(sells.id);
  }, 60_000);

  it('holds while nobody changes anything past the product', async () => {
    const found = await selling.office.verification();
    expect(found).toMatchObject(untouched);
    expect(found.money.rows).toBeGreaterThan(40);
  });

  it.each(tamperings)('names it where %s is changed quietly', async (_what, sql, fault) => {
    expect((await after(sql)).fault).toMatchObject(fault);
    expect((await selling.office.verification()).money.fault).toBeNull();
  });
});
