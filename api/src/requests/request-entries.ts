import type { RequestEntry, Role, StaffMember } from '@lunjie/contracts';
import { labelOf } from '@lunjie/identity';
import { mayNamePraised, stepOf, type Reader } from '@lunjie/requests';
import { Injectable } from '@nestjs/common';
import { normalisedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { CustomerRequest } from './customer-request.entity';
import { RequestClocks } from './request-clocks';
import { RequestPraise } from './request-praise';
import { RequestRows, stateOf } from './request-rows';

const gone: readonly string[] = ['left', 'transferred'];

/** Takes in what reaches the office: answered at once, or somebody's from then on (000 §4, 002 篇4 4.1–4.3, 004). */
@Injectable()
export class RequestEntries {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly clocks: RequestClocks,
    private readonly rows: RequestRows,
    private readonly praise: RequestPraise,
  ) {}

  /**
   * Enters a request. Answers its id.
   * @throws Problem 422 `request_needs_answer`, `request_needs_contact`, `complaint_investigated_first`, `about_needs_complaint`, `request_owner_concerned`, `request_owner_unknown`, `not_an_agent_here`;
   * 403 `not_permitted`, `party_to_the_case` for naming whom praise is of; 404 `customer_not_found`; 400 for what is no phone number
   */
  enter(write: WriteContext, reader: Reader, given: RequestEntry): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const { name = null, phone = null } = given;
      const number = phone === null || phone === '' ? null : normalisedPhone(phone, 'phone');
      const customer = await this.customerLabel(scene, given.customer ?? null);
      const owner = given.owner ?? scene.by ?? '';
      mustBeWhole(given, number, owner, scene.by);
      const isComplaint = given.class === 'complaint';
      const [about, praised] = isComplaint ? [given.about ?? null, null] : [null, given.about ?? null];
      if (praised !== null && !mayNamePraised(reader)) throw new Problem('not_permitted', 403);
      await this.mustTakeOn(scene, owner, about);
      const answered = given.answer ? scene.now.at : null;
      const label = customer ?? labelOf(name ?? '');
      const personal = { words: given.words, ...name ? { name } : {}, ...number === null ? {} : { phone: number } };
      const id = this.ids.next();
      const entryNumber = scene.enter({
        kind: 'request_entered', subject: id,
        content: { class: given.class, way: given.way, complexity: given.complexity ?? 'simple', customer: given.customer ?? null, about, owner }, personal,
      });
      const draft: CustomerRequest = {
        id, officeId: scene.officeId, entryNumber, businessDate: scene.now.date, takenAt: scene.now.at, takenBy: scene.by ?? owner, way: given.way, requestClass: given.class, complexity: given.complexity ?? 'simple', label,
        customerId: given.customer ?? null, aboutId: about, ownerId: owner, ownerSince: scene.now.at, step: 'closed', promisedAt: null, dueAt: null, remindAt: null, told: [], toldAt: null,
        callBack: isComplaint || given.callBack === true, investigatedAt: null, answeredAt: answered, calledBackAt: null, satisfaction: null, upheld: null,
      };
      const step = stepOf(stateOf(draft));
      const promisedAt = step === 'answer' || step === 'investigate' ? await this.clocks.promise(scene, draft) : null;
      await scene.tx.insert(CustomerRequest, [{ ...draft, step, promisedAt, ...await this.clocks.begun(scene, step, { promisedAt }) }]);
      await this.rows.note(scene, id, 'entered', owner === scene.by ? {} : { to: owner }, entryNumber);
      if (praised !== null) await this.praise.name(scene, reader.id, id, praised);
      if (given.answer) await this.rows.act(scene, draft, 'answered', {}, given.answer);
      else if (owner !== scene.by) await this.rows.act(scene, draft, 'handed_on', { to: owner }, given.reason ?? null);
      return id;
    });
  }

  /**
   * Whoever gets a request works here, does more than audit, and is not the one it is about.
   * @throws Problem 422 `request_owner_unknown`, `request_owner_concerned`, `not_an_agent_here`
   */
  async mustTakeOn(scene: Scene, owner: string, about: string | null): Promise<void> {
    const people = await this.staff.people(scene.tx, scene.officeId);
    if (!people.some((one) => one.id === owner && canTakeOn(one))) throw new Problem('request_owner_unknown', 422);
    if (about === null) return;
    if (!people.some(({ id }) => id === about)) throw new Problem('not_an_agent_here', 422);
    if (about === owner) throw new Problem('request_owner_concerned', 422);
  }

  private async customerLabel({ tx, officeId }: Scene, id: string | null): Promise<string | null> {
    if (id === null) return null;
    const { rows: [known] } = await tx.run<{ label: string }>('SELECT label FROM customer WHERE office_id = ? AND id = ?', [officeId, id]);
    if (!known) throw new Problem('customer_not_found', 404);
    return known.label;
  }
}

function canTakeOn({ state, roles }: StaffMember): boolean {
  return !gone.includes(state) && roles.some((role: Role) => role !== 'auditor');
}

/** @throws Problem 422 for what cannot be left open */
function mustBeWhole(given: RequestEntry, phone: string | null, owner: string, by: string | null): void {
  const isComplaint = given.class === 'complaint';
  if (given.about != null && !isComplaint && given.class !== 'praise') throw new Problem('about_needs_complaint', 422);
  if (isComplaint && given.answer) throw new Problem('complaint_investigated_first', 422);
  if (given.class === 'praise' && given.callBack !== true) return;
  // Whoever takes it may keep it, but has to say that it is theirs.
  if (!given.answer && given.owner == null) throw new Problem('request_needs_answer', 422);
  if (!given.answer && owner !== by && !given.reason) throw new Problem('request_needs_answer', 422);
  const comesBack = !given.answer || given.callBack === true;
  if (comesBack && phone === null && given.customer == null) throw new Problem('request_needs_contact', 422);
}
