import type { Entered, Merged } from '@lunjie/contracts';
import { mergeFault, readAs, type Merge } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import { ClaimMerges } from '../attribution/claim-merges';
import { Floors } from '../floor/floors';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Customers } from './customers';
import { CustomerMerge } from './ties.entity';

interface StoredMerge extends Merge {
  readonly id: string;
  readonly entry: number | string;
}

/**
 * Two entries of one person made one, and two again. Nothing is moved: every row keeps the entry it belongs to, and
 * reading follows `merged_into`; so any merge can be undone, in any order, and leaves what was before.
 */
@Injectable()
export class Merges {
  constructor(
    private readonly floors: Floors,
    private readonly ids: Ids,
    private readonly customers: Customers,
    private readonly claims: ClaimMerges,
  ) {}

  /** @throws Problem 404 `customer_not_found`, 409 `merged_already`, 422 `merge_with_itself` */
  merge(write: WriteContext, into: string, from: string, reason: string): Promise<Merged> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      for (const id of [into, from]) await this.customers.byId(tx, officeId, id);
      const fault = mergeFault(await this.heldBy(tx, officeId, [into, from]), { from, into });
      if (fault) throw new Problem(fault, fault === 'merge_with_itself' ? 422 : 409);
      const id = this.ids.next();
      const entry = scene.enter({ kind: 'customers_merged', subject: into, content: { merge: id, from }, personal: { note: reason } });
      await tx.insert(CustomerMerge, [{ id, officeId, fromId: from, intoId: into, at: now.at, byPerson: scene.by, entryNumber: entry, undoneAt: null, undoneEntry: null }]);
      await tx.run('UPDATE customer SET merged_into = ? WHERE office_id = ? AND (id = ? OR merged_into = ?)', [into, officeId, from, from]);
      await this.claims.merged(scene, { from, into });
      return { merge: id, entry };
    });
  }

  /** @throws Problem 404 `merge_not_found` for a merge of somebody else, or one that is undone */
  unmerge(write: WriteContext, customerId: string, mergeId: string, reason: string): Promise<Entered> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const person = await this.customers.byId(tx, officeId, customerId);
      const held = await this.ofPerson(tx, officeId, person.id);
      const undone = held.find(({ id }) => id === mergeId);
      if (!undone) throw new Problem('merge_not_found', 404);
      const entry = scene.enter({ kind: 'customers_unmerged', subject: person.id, corrects: Number(undone.entry), content: { merge: mergeId, from: undone.from, into: undone.into }, personal: { note: reason } });
      await tx.run('UPDATE customer_merge SET undone_at = ?, undone_entry = ? WHERE id = ?', [now.at, entry, mergeId]);
      await this.readAnew(tx, held.filter((merge) => merge !== undone), held.map(({ from }) => from));
      await this.claims.unmerged(scene, { from: undone.from, into: undone.into, entry: Number(undone.entry) });
      return { entry };
    });
  }

  private async readAnew(tx: Tx, merges: readonly Merge[], entries: readonly string[]): Promise<void> {
    const read = readAs(merges);
    for (const entry of entries) await tx.run('UPDATE customer SET merged_into = ? WHERE id = ?', [read.get(entry) ?? null, entry]);
  }

  private async heldBy(reading: Reading, officeId: string, entries: readonly string[]): Promise<readonly Merge[]> {
    const { rows } = await reading.run<Merge>(
      `SELECT from_id AS \`from\`, into_id AS \`into\` FROM customer_merge WHERE office_id = ? AND from_id IN (${entries.map(() => '?').join(', ')}) AND undone_at IS NULL`, [officeId, ...entries]);
    return rows;
  }

  /** Every merge that holds among the entries read as one person. */
  private async ofPerson(reading: Reading, officeId: string, personId: string): Promise<readonly StoredMerge[]> {
    const { rows } = await reading.run<StoredMerge>(
      'SELECT g.id, g.from_id AS `from`, g.into_id AS `into`, g.entry_number AS entry FROM customer m JOIN customer_merge g ON g.from_id = m.id AND g.undone_at IS NULL WHERE m.office_id = ? AND m.merged_into = ?', [officeId, personId]);
    return rows;
  }
}
