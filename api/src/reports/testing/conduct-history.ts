import fc from 'fast-check';
import type { SellingOffice } from '../../deals/testing/selling-office';
import type { TestApp } from '../../platform/testing/test-app';

const agents = ['wang', 'li'] as const;
const outcomes = ['quarrel', 'refusal', 'owner'] as const;
const satisfactions = ['satisfied', 'partly', 'dissatisfied', 'not_reached'] as const;
const number = { n: fc.nat(5) };
const does = <Name extends string>(...names: readonly Name[]) => fc.record({ do: fc.constantFrom(...names), ...number });

/** Something that happens in an office and shows in its conduct; what the rules refuse does not happen. */
export const someAct = fc.oneof(
  { weight: 6, arbitrary: does('arrive', 'arrive', 'end', 'assign', 'leave', 'undo') },
  { weight: 5, arbitrary: does('register', 'register_twice', 'consent', 'quarrel', 'rule', 'appeal', 'hear', 'move_up') },
  { weight: 3, arbitrary: does('deposit', 'sign', 'cancel', 'pay') },
  { weight: 3, arbitrary: does('contact', 'call') },
  { weight: 4, arbitrary: does('ask', 'complain', 'investigate', 'answer', 'call_back', 'uphold') },
  { weight: 2, arbitrary: does('tomorrow', 'hours') },
);
type Played = typeof someAct extends fc.Arbitrary<infer One> ? One : never;
export interface ConductAct {
  readonly do: Played['do'];
  /** Which of several, or who. */
  readonly n: number;
}

const act = (name: ConductAct['do'], n = 0): ConductAct => ({ do: name, n });

/** What chance seldom brings about: two cases, one agreed and one ruled on and appealed, a deal of each, parties that waited, a complaint to its end, an answer that came late. */
export const firstActs: readonly ConductAct[] = [
  act('call'), act('call', 1), act('contact'), act('arrive'), act('arrive', 1), act('arrive', 2), act('arrive', 3), act('hours'), act('leave'), act('end'), act('assign'), act('end'), act('end'),
  act('register_twice'), act('deposit'), act('sign'), act('consent'), act('register_twice'), act('deposit', 1), act('sign'), act('quarrel'), act('appeal'), act('hear', 1), act('register_twice'),
  act('complain'), act('investigate'), act('answer'), act('call_back', 2), act('uphold'), act('ask'), act('answer'), act('ask'), act('ask', 1), act('tomorrow'), act('hours'), act('answer'), act('arrive'), act('tomorrow'),
];

/** Carries acts out as the console would. */
export class ConductHistory {
  private readonly visits: { readonly id: string; readonly reception: string | null }[] = [];
  private readonly customers: string[] = [];
  private readonly cases: string[] = [];
  private readonly deals: string[] = [];
  private readonly requests: string[] = [];
  private phones = 100;

  constructor(private readonly test: TestApp, private readonly selling: SellingOffice, private readonly units: readonly string[]) {}

  async play({ do: what, n }: ConductAct): Promise<void> {
    const { office } = this.selling;
    const who = agents[n % 2] ?? 'wang';
    this.test.clock.advance(97_000);
    const [visit, customer, dispute, deal, request] = [this.visits.at(-1 - n), this.customers.at(-1 - n) ?? '-', this.cases.at(-1) ?? '-', this.deals.at(-1) ?? '-', this.requests.at(-1 - n) ?? this.requests[0] ?? '-'];
    const acts = (by: string, doing: string, body: object = {}) => office.does(by, `/disputes/${dispute}/${doing}`, body);
    switch (what) {
      case 'arrive': return this.arrives();
      case 'end': for (const each of this.visits.splice(0)) {
        if (each.reception !== null) await office.does('desk', `/receptions/${each.reception}/end`, { outcome: 'interested' });
        else this.visits.push(each);
      } return;
      case 'assign': return this.assigns();
      case 'leave': await office.does('desk', `/visits/${this.visits.findLast(({ reception }) => reception === null)?.id ?? '-'}/leave`); return;
      case 'undo': await office.does('desk', `/arrivals/${visit?.id ?? '-'}/undo`); return;
      case 'register': case 'register_twice': return this.registers(what === 'register_twice', n);
      case 'consent': for (const agent of agents) await acts(agent, 'consent', { owner: office.idOf(who) }); return;
      case 'quarrel': await acts('manager', 'ruling', { outcome: 'quarrel', reason: '争吵' }); return;
      case 'move_up': await acts('manager', 'move-up', { reason: '谈不拢' }); return;
      case 'rule': await acts('manager', 'ruling', { outcome: outcomes[n % 3], owner: office.idOf(who), reason: '裁定' }); return;
      case 'appeal': await acts(who, 'appeal', { reason: '不服' }); return;
      case 'hear': await acts('admin', 'appeal/hearing', n % 2 === 1 ? { upheld: true, outcome: 'owner', owner: office.idOf(who), reason: '改判' } : { upheld: false, reason: '维持' }); return;
      case 'deposit': {
        const answer = await office.does('manager', `/units/${this.units[n % this.units.length] ?? '-'}/deposits`, { kind: 'firm', customer, closer: office.idOf(who), depositFen: 5_000_000 });
        if (answer.statusCode < 300) this.deals.push(answer.json<{ deal: string }>().deal);
        return;
      }
      case 'sign': for (const [step, body] of [['subscription', {}], ['contract', { contractNumber: 'X-1' }]] as const) await this.selling.step('manager', deal, step, body); return;
      case 'cancel': await this.selling.step('manager', deal, 'cancellation', { reason: '退' }); return;
      case 'pay': await this.selling.pays(deal, 100_000 + n); return;
      case 'call': return this.calls(n);
      case 'contact': await office.does(who, `/customers/${customer}/contacts`, { way: 'phone', connected: true, grade: 'A' }); return;
      case 'ask': case 'complain': return this.asks(what === 'complain', n);
      case 'investigate': await office.does('supervisor', `/requests/${request}/investigation`, { words: '查明' }); return;
      case 'answer': for (const by of ['wang', 'supervisor']) await office.does(by, `/requests/${request}/answer`, { words: '答复' }); return;
      case 'call_back': await office.does('supervisor', `/requests/${request}/call-back`, { satisfaction: satisfactions[n % 4] }); return;
      case 'uphold': await office.does('manager', `/requests/${request}/ruling`, { upheld: n % 2 === 0, reason: '属实' }); return;
      case 'hours': this.test.clock.advance(3 * 3_600_000); return;
      case 'tomorrow': {
        // Some days on: what was due meanwhile is late.
        office.sets(new Date(this.test.clock.now() + (n === 0 ? 8 : n) * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10), '09:30');
        for (const agent of agents) await office.does(agent, '/presence/sign-in');
      }
    }
  }

  private async arrives(): Promise<void> {
    const answer = await this.selling.office.does('desk', '/arrivals', { says: { firstVisit: 'yes', earlierContact: 'none' }, name: '孙丽', phone: this.phone() });
    if (answer.statusCode >= 300) return;
    const { visit } = answer.json<{ visit: { id: string; customerId: string | null; reception: { id: string } | null } }>();
    this.visits.push({ id: visit.id, reception: visit.reception?.id ?? null });
    if (visit.customerId !== null) this.customers.push(visit.customerId);
  }

  private async assigns(): Promise<void> {
    for (const each of this.visits.splice(0)) {
      const answer = each.reception === null ? await this.selling.office.does('desk', `/visits/${each.id}/assign`) : null;
      const reception = answer !== null && answer.statusCode < 300 ? answer.json<{ visit: { reception: { id: string } | null } }>().visit.reception?.id ?? null : each.reception;
      this.visits.push({ id: each.id, reception });
    }
  }

  private async registers(twice: boolean, n: number): Promise<void> {
    const { office } = this.selling;
    const body = (agent: string, phone: string) => ({ name: '宋雨', phone, agentId: office.idOf(agent) });
    const phone = this.phone();
    const answer = await office.does('desk', '/customers', body(agents[n % 2] ?? 'wang', phone));
    if (answer.statusCode >= 300) return;
    this.customers.push(answer.json<{ customer: string }>().customer);
    if (!twice) return;
    this.test.clock.advance(60_000);
    await office.does('desk', '/customers', body(agents[(n + 1) % 2] ?? 'li', phone));
    const open = await (await office.as('manager')).get(office.at('/disputes'));
    const { disputes } = open.json<{ disputes: readonly { id: string; customer: { id: string } }[] }>();
    const found = disputes.find((each) => each.customer.id === this.customers.at(-1));
    if (found) this.cases.push(found.id);
  }

  private async calls(n: number): Promise<void> {
    const answer = await this.selling.office.does('desk', '/calls', { says: { firstVisit: 'unclear' }, name: '华玉', phone: this.phone(), form: { awareness_source: ['internet'] } });
    const customer = answer.statusCode < 300 ? answer.json<{ call: { customerId: string | null } }>().call.customerId : null;
    if (customer !== null) this.customers.splice(n === 0 ? this.customers.length : 0, 0, customer);
  }

  private async asks(complains: boolean, n: number): Promise<void> {
    const { office } = this.selling;
    const about = complains ? { class: 'complaint', complexity: 'complex', owner: office.idOf('supervisor'), about: office.idOf('li'), reason: '请核查' } : { class: (['enquiry', 'help'] as const)[n % 2], owner: office.idOf('wang'), reason: '请回复', callBack: n > 2 };
    const answer = await office.does('desk', '/requests', { way: 'call', words: '问一句', name: '孙先生', phone: '13800000001', ...about });
    if (answer.statusCode < 300) this.requests.push(answer.json<{ row: { id: string } }>().row.id);
  }

  private phone(): string {
    this.phones += 1;
    return `1390000${String(this.phones).padStart(4, '0')}`;
  }
}
