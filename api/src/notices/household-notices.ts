import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

/** Days: at least as many as notices are told for. */
const told = 4;

/** A known household entered again, under another name or phone: managers look whose customer it is. */
@Injectable()
export class HouseholdNotices implements NoticeSource {
  async of({ reading, officeId, roles, now, from }: NoticeScene): Promise<readonly Notice[]> {
    if (!roles.some((role) => role === 'manager' || role === 'supervisor')) return [];
    const since = now.at - told * 86_400_000;
    // By the subject, which the register is indexed by: such an entry stands with a new customer or with a new link.
    const { rows } = await reading.run<{ number: number | string; at: number | string; content: string; label: string }>(
      `SELECT e.number, e.at, e.content, c.label FROM (SELECT id FROM customer WHERE office_id = ? AND created_at >= ? UNION SELECT customer_id FROM household_link WHERE office_id = ? AND linked_at >= ?) f
       JOIN customer c ON c.id = f.id JOIN register_entry e ON e.office_id = ? AND e.subject_id = c.id AND e.kind = 'household_known' AND e.business_date >= ?`,
      [officeId, since, officeId, since, officeId, from]);
    const known = rows.map((row) => {
      const { known: [first], by } = JSON.parse(row.content) as { readonly known: readonly { readonly owner: string }[]; readonly by: string };
      return { ...row, owner: first?.owner ?? '', by };
    });
    const names = await this.namesOf(known.map(({ owner }) => owner), reading);
    return known.map(({ number, at, label, owner, by }) => notice('household_known', { id: `household.${number}`, at: Number(at), agent: names.get(owner) ?? null, customer: label, reason: by }));
  }

  private async namesOf(people: readonly string[], reading: NoticeScene['reading']): Promise<ReadonlyMap<string, string>> {
    if (people.length === 0) return new Map();
    const { rows } = await reading.run<{ id: string; name: string }>(`SELECT id, name FROM person WHERE id IN (${people.map(() => '?').join(', ')})`, people);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
