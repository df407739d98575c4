import { isSameName, isSurnameOnly, keysOfPhones, labelOf, theSame, type Candidate } from '@lunjie/identity';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { spell } from '../staff/spelling';
import { CustomerPhones } from './customer-phones';
import { readAsTables, recordColumns, recordOf, type CustomerRecord, type CustomerRow } from './customer-records';
import { Customer } from './customer.entity';
import { normalisedPhone } from './phone';

export type { CustomerRecord };

type Identity = Pick<PolicyValues['identity'], 'match_keys' | 'phone_form'>;
type CandidateRow = CustomerRow & { readonly pinyin: string; readonly created_at: number | string; readonly same_phone: number };

/** Who somebody says they are; the phone normalised (E.164). */
export interface SaidIdentity {
  readonly name: string;
  readonly phone: string | null;
}

/** Whom the register knows that somebody may be. */
export interface LookedUp {
  /** Who they are taken for by the office's matching keys. */
  readonly same: CustomerRecord | null;
  /** Others with their phone or their whole name. */
  readonly alike: readonly CustomerRecord[];
}

/** What is known of somebody who is entered, beside name and phone. */
interface EnteredWith {
  readonly visits?: 0 | 1;
  readonly source?: string;
  readonly gender?: string | null;
  readonly grade?: string | null;
}

/** Of a common name so many are looked at; which of them it is, the name does not tell anyway. */
const mostNamesakes = 20;

/** The office's customers: who somebody is, entered once, each with the one claim in force. */
@Injectable()
export class Customers {
  constructor(
    private readonly ids: Ids,
    private readonly phones: CustomerPhones,
  ) {}

  /** Who somebody is by the office's matching keys (P40, P41), and whom they are like. One statement. */
  async lookUp(reading: Reading, officeId: string, identity: Identity, { name, phone }: SaidIdentity): Promise<LookedUp> {
    const found: [sql: string, parameters: readonly unknown[]][] = [];
    if (phone !== null) {
      const { column, value } = this.phones.key(officeId, phone, identity.phone_form);
      found.push([`SELECT customer_id AS id, 1 AS same_phone FROM customer_phone WHERE office_id = ? AND ${column} = ? AND ended_at IS NULL`, [officeId, value]]);
    }
    if (name !== '' && !isSurnameOnly(name)) found.push([`SELECT id, 0 AS same_phone FROM (SELECT id FROM customer WHERE office_id = ? AND name = ? ORDER BY last_contact_at DESC LIMIT ${mostNamesakes}) n`, [officeId, name]]);
    if (found.length === 0) return { same: null, alike: [] };
    const { rows } = await reading.run<CandidateRow>(
      `SELECT ${recordColumns}, c.pinyin, c.created_at, f.same_phone FROM (${found.map(([sql]) => sql).join(' UNION ALL ')}) f JOIN customer m ON m.id = f.id ${readAsTables}`,
      found.flatMap(([, parameters]) => parameters));
    const candidates = rows.map((row): Candidate & { readonly row: CandidateRow } =>
      ({ id: row.id, name: row.name, pinyin: row.pinyin, createdAt: Number(row.created_at), samePhone: Boolean(row.same_phone), row }));
    const same = theSame(identity.match_keys, { name, pinyin: '' }, candidates);
    const others = new Map(candidates.filter((each) => each.id !== same?.id && (each.samePhone || isSameName(name, each.name))).map(({ id, row }) => [id, recordOf(row)]));
    return { same: same ? recordOf(same.row) : null, alike: [...others.values()] };
  }

  /** The registered customer somebody is by the office's matching keys, or null. */
  async meant(reading: Reading, officeId: string, identity: Identity, said: SaidIdentity): Promise<CustomerRecord | null> {
    return (await this.lookUp(reading, officeId, identity, said)).same;
  }

  /** The customer a phone number (E.164) belongs to, whatever they are called; null where it is nobody's. */
  byPhone(reading: Reading, officeId: string, phone: string): Promise<CustomerRecord | null> {
    return this.meant(reading, officeId, { match_keys: 'phone', phone_form: 'full' }, { name: '', phone });
  }

  /** A customer; for an entry that was merged, whom it is read as. @throws Problem 404 `customer_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<CustomerRecord> {
    const { rows } = await reading.run<CustomerRow>(`SELECT ${recordColumns} FROM customer m ${readAsTables} WHERE m.office_id = ? AND m.id = ?`, [officeId, id]);
    if (!rows[0]) throw new Problem('customer_not_found', 404);
    return recordOf(rows[0]);
  }

  /**
   * Enters a new customer. The caller holds the office's line, and has seen that they are nobody the office knows.
   * @param visits 1 where they come in person or call now, 0 where an earlier registration is entered
   * @param phone as typed; null where the customer gave none
   * @throws Problem 400 for what is no phone
   */
  async enter(scene: Scene, name: string, phone: string | null, { visits = 0, source = 'visit', gender = null, grade = null }: EnteredWith = {}): Promise<CustomerRecord> {
    const id = this.ids.next();
    const kept = phone === null ? null : normalisedPhone(phone, 'phone');
    const row: Customer = {
      id, officeId: scene.officeId, name, label: labelOf(name, gender ?? undefined), ...spell(name), gender, grade, source, phoneLast4: kept?.slice(-4) ?? null,
      createdAt: scene.now.at, lastContactAt: scene.now.at, visits, mergedInto: null, completedAt: null, registeredLate: null, withdrawnAt: null,
    };
    await scene.tx.append(Customer, [row]);
    if (kept !== null) await this.phones.add(scene.tx, scene.officeId, id, kept, scene.now.at, true);
    return { id, name, label: row.label, phoneLast4: row.phoneLast4, visits, lastContactAt: scene.now.at, claim: null };
  }

  /** Who has this phone already by the office's matching keys (P40), and whom somebody with it is like. */
  known(scene: Scene, name: string, phone: string): ReturnType<Customers['lookUp']> {
    return this.lookUp(scene.tx, scene.officeId, { ...scene.rules.policy.values.identity, match_keys: keysOfPhones(scene.rules.policy.values.identity.match_keys) }, { name, phone });
  }

  /**
   * Answers whom somebody with this phone and name is like.
   * @throws Problem 409 `phone_known` with the owner's name, where who has this phone is another customer (P40)
   */
  async mustBeUnknown(scene: Scene, name: string, phone: string, butFor?: string): Promise<readonly CustomerRecord[]> {
    const { same, alike } = await this.known(scene, name, phone);
    if (same && same.id !== butFor) throw new Problem('phone_known', 409, { owner: same.claim?.agentName ?? '', customer: same.label });
    return alike;
  }

  /**
   * Completes what was not known at the arrival; what is left empty stays as it was. A phone takes the place of the one
   * that was called first. Answers what changed, for the caller to enter into the register.
   * @throws Problem 409 `phone_known` with the owner's name, where the phone is another customer's
   */
  async complete(scene: Scene, id: string, given: { readonly name?: string | undefined; readonly phone?: string | undefined; readonly gender?: string | undefined; readonly grade?: string | undefined }): Promise<readonly ('name' | 'phone')[]> {
    const { tx, officeId } = scene;
    const { rows } = await tx.run<{ name: string; gender: string | null; grade: string | null }>('SELECT name, gender, grade FROM customer WHERE office_id = ? AND id = ?', [officeId, id]);
    const before = rows[0] ?? { name: '', gender: null, grade: null };
    const name = given.name?.trim() || before.name;
    const gender = given.gender || before.gender;
    const { pinyin, initials } = spell(name);
    await tx.run('UPDATE customer SET name = ?, label = ?, pinyin = ?, initials = ?, gender = ?, grade = ? WHERE office_id = ? AND id = ?',
      [name, labelOf(name, gender ?? undefined), pinyin, initials, gender, given.grade || before.grade, officeId, id]);
    const renamed = name === before.name ? [] : ['name' as const];
    if (given.phone === undefined || given.phone === '') return renamed;
    return await this.replacePhone(scene, id, name, normalisedPhone(given.phone, 'phone')) ? [...renamed, 'phone'] : renamed;
  }

  private async replacePhone(scene: Scene, id: string, name: string, phone: string): Promise<boolean> {
    const { tx, officeId, now } = scene;
    const known = await this.phones.of(tx, officeId, id);
    const { value } = this.phones.key(officeId, phone, 'full');
    if (known.some(({ phoneHash }) => phoneHash === value)) return false;
    await this.mustBeUnknown(scene, name, phone, id);
    const first = known.find(({ isPrimary, customerId }) => isPrimary && customerId === id);
    if (first) await this.phones.end(tx, first.id, now.at);
    await this.phones.prefer(tx, id, { id: await this.phones.add(tx, officeId, id, phone, now.at, true), last4: phone.slice(-4) });
    return true;
  }

  /** Another phone (E.164) of a customer who was just entered. */
  async addPhone({ tx, officeId, now }: Scene, id: string, phone: string): Promise<void> {
    await this.phones.add(tx, officeId, id, phone, now.at, false);
  }

  /**
   * An import that entered the customer is undone: they are found by nothing any more. Who they were stays in the
   * register, sealed beside the entry that entered them.
   */
  async withdraw({ tx, officeId, now }: Scene, id: string): Promise<void> {
    await tx.write('UPDATE customer_phone SET ended_at = ?, is_primary = 0 WHERE customer_id = ? AND ended_at IS NULL', [now.at, id]);
    await tx.write("UPDATE customer SET withdrawn_at = ?, name = '', pinyin = '', initials = '', phone_last4 = NULL WHERE office_id = ? AND id = ?", [now.at, officeId, id]);
  }

  /** The office heard of the customer: a visit or a call. */
  async met(scene: Scene, id: string): Promise<void> {
    await scene.tx.write('UPDATE customer SET visits = visits + 1, last_contact_at = ? WHERE office_id = ? AND id = ?', [scene.now.at, scene.officeId, id]);
  }

  /** A visit or call was taken back: it never was. @param heardBefore when the office last heard of the customer without it; null = at their registration */
  async unmet(scene: Scene, id: string, heardBefore: number | null): Promise<void> {
    await scene.tx.write('UPDATE customer SET visits = visits - 1, last_contact_at = COALESCE(?, created_at) WHERE office_id = ? AND id = ? AND visits > 0', [heardBefore, scene.officeId, id]);
  }
}
