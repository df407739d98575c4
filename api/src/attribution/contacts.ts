import { contactEvents, isEffective, isPersonal } from '@lunjie/attribution';
import type { ContactAnswer, ContactRequest, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { hasToContact } from '../customers/reachable';
import { Floors } from '../floor/floors';
import { Cipher } from '../platform/cipher/cipher';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { countOf } from '../staff/ties';
import { ClaimRefreshes } from './claim-refreshes';
import { ClaimRows } from './claim-rows';
import { Contact } from './contact.entity';
import { NextContacts } from './next-contacts';
import { readAs } from './read-as';

/** Effective contacts with a customer since their last visit (P68). */
export function contactsSinceVisit(reading: Reading, officeId: string, customerId: string): Promise<number> {
  return countOf(reading,
    `SELECT COUNT(*) AS number FROM contact WHERE office_id = ? AND customer_id = ? AND effective = 1
     AND at > COALESCE((SELECT MAX(v.at) FROM visit v WHERE v.customer_id = contact.customer_id AND v.state <> 'undone'), 0)`, [officeId, customerId]);
}

/** Contacts by us (回访): logged once, never altered, and what they do to the claim. */
@Injectable()
export class Contacts {
  constructor(
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly floors: Floors,
    private readonly refreshes: ClaimRefreshes,
    private readonly claimRows: ClaimRows,
    private readonly next: NextContacts,
  ) {}

  /**
   * Logs a contact; the owner's own keeps the claim alive where the policy says so (P62, P63, P67).
   * @throws Problem 404 `customer_not_found`, 403 `not_your_customer` for an agent to whom the customer is nothing
   */
  log(write: WriteContext, given: string, request: ContactRequest, roles: readonly Role[]): Promise<ContactAnswer> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const { way, connected, note } = request;
      const customerId = await readAs(tx, officeId, given);
      await this.mayLog(tx, officeId, customerId, write.personId, roles);
      const { validity } = scene.rules.policy.values;
      const written = note?.trim() ?? '';
      const logged = { way, connected, written: written !== '' };
      const [personal, effective] = [isPersonal(logged), isEffective(logged, validity)];
      const entryNumber = scene.enter({
        kind: 'contact_logged', subject: customerId, content: { agent: write.personId, way, connected, personal, effective }, ...written === '' ? {} : { personal: { note: written } },
      });
      const contact: Contact = {
        id: this.ids.next(), officeId, customerId, agentId: write.personId, at: now.at, businessDate: now.date, way, connected, personal, effective,
        noteSealed: written === '' ? null : this.cipher.encrypt(written), entryNumber,
      };
      await tx.insert(Contact, [contact]);
      await tx.run('UPDATE customer SET last_contact_at = ? WHERE office_id = ? AND id = ?', [now.at, officeId, customerId]);
      await this.refreshes.heard(scene, customerId, contactEvents(effective), write.personId);
      const next = await this.next.after(scene, customerId, contact, request);
      return {
        contact: { id: contact.id, at: now.at, agent: await this.claimRows.person(tx, write.personId), way, connected, personal, effective, note: written || null, entry: entryNumber },
        claim: await this.claimRows.inForce(tx, officeId, customerId, now.date, validity),
        next, contactsDone: await contactsSinceVisit(tx, officeId, customerId), contactsAsked: validity.min_contacts,
      };
    });
  }

  private async mayLog(reading: Reading, officeId: string, customerId: string, personId: string, roles: readonly Role[]): Promise<void> {
    const { rows } = await reading.run<{ mine: number | string }>(
      'SELECT (SELECT COUNT(*) FROM claim k WHERE k.customer_id = c.id AND k.agent_id = ? AND k.ended_at IS NULL) AS mine FROM customer c WHERE c.office_id = ? AND c.id = ?', [personId, officeId, customerId]);
    const mayContact = Number(rows[0]?.mine ?? 0) > 0 || await hasToContact(reading, customerId, personId);
    if (!mayContact && !roles.includes('manager') && !roles.includes('supervisor')) throw new Problem('not_your_customer', 403);
  }
}
