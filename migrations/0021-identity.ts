import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn, TableIndex } from 'typeorm';
import { businessDate, count, flag, id, instant, key, longText, nullable, smallCount, text } from './columns';

interface Filled {
  readonly customer_id: string;
  readonly form: string;
}

interface Phoned {
  readonly id: string;
  readonly office_id: string;
  readonly phone_sealed: string;
  readonly phone_hash: string;
  readonly phone_last4: string;
  readonly created_at: number;
}

const atOnce = 1_000;

/** Customers with several phones, households, referrals, entries merged into one person; names found at any size; the show flat's sheet. */
export class Identity0021 implements MigrationInterface {
  readonly name = 'Identity0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    // The same phone may be two customers' where the office tells them apart by name (P40).
    for (const index of ['customer_phone', 'customer_last4', 'customer_initials', 'customer_name']) await runner.dropIndex('customer', index);
    await this.phones(runner);
    await this.people(runner);
    await this.ties(runner);
    await this.audited(runner);
    await runner.createTable(new Table({
      name: 'show_flat_visit',
      columns: [
        key(), id('office_id'), id('customer_id'), businessDate('business_date'), instant('at'), id('by_person'), nullable(smallCount('party_size')), count('entry_number'),
        nullable(instant('handed_over_at')), nullable(id('referred_to')),
      ],
      indices: [{ name: 'show_flat_day', columnNames: ['office_id', 'business_date', 'at'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_entry', 'audit_entry_subject');
    await runner.dropColumn('audit_entry', 'subject_id');
    for (const table of ['show_flat_visit', 'customer_merge', 'referral', 'household_link']) await runner.dropTable(table);
    for (const index of ['customer_name', 'customer_initials', 'customer_pinyin', 'customer_contact', 'customer_registered', 'customer_merged']) await runner.dropIndex('customer', index);
    await runner.dropColumns('customer', ['gender', 'grade', 'source', 'merged_into', 'completed_at', 'registered_late']);
    await runner.addColumns('customer', [nullable(longText('phone_sealed')), nullable(text('phone_hash', 64))].map((column) => new TableColumn(column)));
    await runner.query(`UPDATE customer SET phone_sealed = (SELECT sealed FROM customer_phone f WHERE f.customer_id = customer.id AND f.is_primary = 1 AND f.ended_at IS NULL),
      phone_hash = (SELECT phone_hash FROM customer_phone f WHERE f.customer_id = customer.id AND f.is_primary = 1 AND f.ended_at IS NULL)`);
    await runner.dropTable('customer_phone');
    await runner.createIndices('customer', [
      new TableIndex({ name: 'customer_phone', columnNames: ['office_id', 'phone_hash'], isUnique: true }),
      new TableIndex({ name: 'customer_last4', columnNames: ['office_id', 'phone_last4'] }),
      new TableIndex({ name: 'customer_initials', columnNames: ['office_id', 'initials'] }),
      new TableIndex({ name: 'customer_name', columnNames: ['office_id', 'name'] }),
    ]);
  }

  private async phones(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'customer_phone',
      columns: [
        key(), id('office_id'), id('customer_id'), longText('sealed'), text('phone_hash', 64), text('first3_last4', 32), text('first4_last3', 32), text('last4', 4),
        instant('added_at'), flag('is_primary'), nullable(instant('ended_at')),
      ],
      indices: [
        { name: 'customer_phone_whole', columnNames: ['office_id', 'phone_hash'] },
        { name: 'customer_phone_first3', columnNames: ['office_id', 'first3_last4'] },
        { name: 'customer_phone_first4', columnNames: ['office_id', 'first4_last3'] },
        { name: 'customer_phone_last4', columnNames: ['office_id', 'last4'] },
        { name: 'customer_phone_customer', columnNames: ['customer_id'] },
      ],
    }));
    // The partial forms need the number itself, which only the running product can read: it fills them in when it starts.
    const insert = "INSERT INTO customer_phone (id, office_id, customer_id, sealed, phone_hash, first3_last4, first4_last3, last4, added_at, is_primary) VALUES (?, ?, ?, ?, ?, '', '', ?, ?, 1)";
    for (let after = ''; ;) {
      const rows = (await runner.query(
        `SELECT id, office_id, phone_sealed, phone_hash, phone_last4, created_at FROM customer WHERE phone_hash IS NOT NULL AND id > ? ORDER BY id LIMIT ${atOnce}`, [after])) as Phoned[];
      for (const row of rows) await runner.query(insert, [randomUUID(), row.office_id, row.id, row.phone_sealed, row.phone_hash, row.phone_last4, row.created_at]);
      if (rows.length < atOnce) break;
      after = rows.at(-1)?.id ?? '';
    }
    await runner.dropColumns('customer', ['phone_sealed', 'phone_hash']);
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.addColumns('customer', [
      text('gender', 10), text('grade', 1), text('source', 20), id('merged_into'), instant('completed_at'), flag('registered_late'),
    ].map((column) => new TableColumn(nullable(column))));
    await runner.query("UPDATE customer SET source = COALESCE((SELECT MIN(v.channel) FROM visit v WHERE v.customer_id = customer.id AND v.at = customer.created_at), 'visit')");
    const filled = (await runner.query(
      `SELECT v.customer_id, r.form FROM reception r JOIN visit v ON v.id = r.visit_id WHERE v.customer_id IS NOT NULL AND (r.form LIKE '%"grade"%' OR r.form LIKE '%"gender"%') ORDER BY r.started_at`)) as Filled[];
    for (const { customer_id: customer, form } of filled) {
      const { gender = null, grade = null } = JSON.parse(form) as { readonly gender?: string | null; readonly grade?: string | null };
      await runner.query('UPDATE customer SET gender = COALESCE(?, gender), grade = COALESCE(?, grade) WHERE id = ?', [gender || null, grade || null, customer]);
    }
    // With when the office last heard of them, and the id: a search reads the index alone, however common the name.
    await runner.createIndices('customer', [
      new TableIndex({ name: 'customer_name', columnNames: ['office_id', 'name', 'last_contact_at', 'id'] }),
      new TableIndex({ name: 'customer_pinyin', columnNames: ['office_id', 'pinyin', 'last_contact_at', 'id'] }),
      new TableIndex({ name: 'customer_initials', columnNames: ['office_id', 'initials', 'last_contact_at', 'id'] }),
      new TableIndex({ name: 'customer_contact', columnNames: ['office_id', 'last_contact_at', 'id'] }),
      new TableIndex({ name: 'customer_registered', columnNames: ['office_id', 'created_at', 'id'] }),
      new TableIndex({ name: 'customer_merged', columnNames: ['merged_into'] }),
    ]);
  }

  /** Who has seen a customer's phone is told on the customer's page, however long the trail. */
  private async audited(runner: QueryRunner): Promise<void> {
    await runner.addColumn('audit_entry', new TableColumn(nullable(id('subject_id'))));
    const seen = (await runner.query("SELECT id, data FROM audit_entry WHERE kind = 'phone_seen'")) as { readonly id: string; readonly data: string }[];
    for (const { id: entry, data } of seen) await runner.query('UPDATE audit_entry SET subject_id = ? WHERE id = ?', [(JSON.parse(data) as { readonly customer?: string }).customer ?? null, entry]);
    await runner.createIndex('audit_entry', new TableIndex({ name: 'audit_entry_subject', columnNames: ['subject_id', 'at'] }));
  }

  private async ties(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'household_link',
      columns: [key(), id('office_id'), id('customer_id'), id('other_id'), text('relation', 20), instant('linked_at'), count('entry_number'), nullable(instant('ended_at')), nullable(count('ended_entry'))],
      indices: [{ name: 'household_link_customer', columnNames: ['customer_id'] }, { name: 'household_link_other', columnNames: ['other_id'] }, { name: 'household_link_office', columnNames: ['office_id', 'linked_at'] }],
    }));
    await runner.createTable(new Table({
      name: 'referral',
      columns: [key(), id('office_id'), id('customer_id'), id('referrer_id'), flag('asked_for'), nullable(id('visit_id')), instant('at'), count('entry_number')],
      indices: [{ name: 'referral_customer', columnNames: ['customer_id'] }, { name: 'referral_referrer', columnNames: ['referrer_id'] }],
    }));
    await runner.createTable(new Table({
      name: 'customer_merge',
      columns: [key(), id('office_id'), id('from_id'), id('into_id'), instant('at'), nullable(id('by_person')), count('entry_number'), nullable(instant('undone_at')), nullable(count('undone_entry'))],
      indices: [{ name: 'customer_merge_from', columnNames: ['from_id'] }, { name: 'customer_merge_into', columnNames: ['into_id'] }],
    }));
  }
}
