import type { PolicyVersionRow } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { isUniqueViolation } from '../platform/database/failures';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { PolicyCache, type PolicyInForce } from './policy-cache';
import { PolicyVersion } from './policy-version.entity';

export type { PolicyInForce } from './policy-cache';

/** A version to publish. The document has passed `checkPolicy`. */
export interface NewVersion {
  readonly officeId: string;
  readonly policy: PolicyDocument;
  readonly note: string;
  readonly by: string;
  /** When it is published, in epoch ms; now if left out. */
  readonly at?: number | undefined;
  /** From when it is in force, in epoch ms; from its publication if left out. */
  readonly effectiveFrom?: number | undefined;
}

/** When a version takes effect that is in force only in its periods: the last instant there is. */
export const neverByItself = 8_640_000_000_000_000;

const mostAttempts = 20;

/**
 * The period's version where one covers the business date and stood at the instant; else of the versions effective by
 * then the one that became so last, of equals the newer. One statement: it stands on the way of every arrival.
 */
const versionInForce = `SELECT COALESCE(
  (SELECT v.id FROM policy_period d JOIN policy_version v ON v.office_id = d.office_id AND v.version = d.version
   WHERE d.office_id = ? AND d.to_date >= ? AND d.from_date <= ? AND d.created_at <= ? AND (d.cancelled_at IS NULL OR d.cancelled_at > ?)
   ORDER BY d.created_at DESC, d.id DESC LIMIT 1),
  (SELECT id FROM policy_version WHERE office_id = ? AND effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1)) AS id`;

/** The versions of every office's rules. */
@Injectable()
export class Policies {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cache: PolicyCache,
    private readonly audit: Audit,
    private readonly officeTime: OfficeTime,
  ) {}

  /**
   * The rules in force at an instant. Which version it is is asked of the database each time, since another process may
   * have published; the document comes from memory once it was read.
   * @throws Problem 404 `policy_missing` before the office's first version
   */
  async inForce(reading: Reading, officeId: string, at: number): Promise<PolicyInForce> {
    const date = await this.officeTime.businessDate(reading, officeId, at);
    const { rows } = await reading.run<{ id: string | null }>(versionInForce, [officeId, date, date, at, at, officeId, at]);
    if (rows[0]?.id == null) throw new Problem('policy_missing', 404);
    return this.cache.read(reading, rows[0].id);
  }

  /** The campaign an instant lies in: the period of other rules that covers its business date (P108), by its id; null where none does. */
  async campaign(reading: Reading, officeId: string, at: number): Promise<string | null> {
    const date = await this.officeTime.businessDate(reading, officeId, at);
    const { rows } = await reading.run<{ id: string }>(
      `SELECT id FROM policy_period WHERE office_id = ? AND to_date >= ? AND from_date <= ? AND created_at <= ? AND (cancelled_at IS NULL OR cancelled_at > ?)
       ORDER BY created_at DESC, id DESC LIMIT 1`, [officeId, date, date, at, at]);
    return rows[0]?.id ?? null;
  }

  /**
   * One version by its number.
   * @throws Problem 404 `policy_missing`
   */
  async version(reading: Reading, officeId: string, version: number): Promise<PolicyInForce> {
    const { rows } = await reading.run<{ id: string }>('SELECT id FROM policy_version WHERE office_id = ? AND version = ?', [officeId, version]);
    if (!rows[0]) throw new Problem('policy_missing', 404);
    return this.cache.read(reading, rows[0].id);
  }

  /** Every version, newest first, with the one marked that is in force at the instant. */
  async versions(reading: Reading, officeId: string, at: number): Promise<readonly PolicyVersionRow[]> {
    const { rows } = await reading.run<VersionRow>(
      `SELECT v.id, v.version, v.effective_from, v.published_at, v.published_by, p.name, v.note
       FROM policy_version v LEFT JOIN person p ON p.id = v.published_by WHERE v.office_id = ? ORDER BY v.version DESC`,
      [officeId],
    );
    const current = await this.inForce(reading, officeId, at);
    const shown: PolicyVersionRow[] = [];
    for (const row of rows) {
      const { policy } = await this.cache.read(reading, row.id);
      shown.push({
        version: row.version,
        policyId: policy.id,
        name: policy.name,
        effectiveFrom: Number(row.effective_from),
        publishedAt: Number(row.published_at),
        publishedBy: { id: row.published_by, name: row.name ?? '' },
        note: row.note,
        forPeriodsOnly: Number(row.effective_from) === neverByItself,
        inForce: row.version === current.version,
      });
    }
    return shown;
  }

  /** Publishes a version and answers its number. Two at once get two numbers. */
  async publish(tx: Tx, { officeId, policy, note, by, at = this.clock.now(), effectiveFrom = at }: NewVersion): Promise<number> {
    const id = this.ids.next();
    for (let attempt = 1; ; attempt++) {
      const version = (await this.lastVersion(tx, officeId)) + 1;
      try {
        await tx.insert(PolicyVersion, [{ id, officeId, version, document: policy, effectiveFrom, publishedAt: at, publishedBy: by, note }]);
        await this.audit.record(tx, { officeId, personId: by, kind: 'policy_published', data: { version, policy: policy.id, effectiveFrom }, at });
        return version;
      } catch (error) {
        // Another publication took the number: the insert waited for its commit, so the next look sees it.
        if (!isUniqueViolation(error) || attempt === mostAttempts) throw error;
      }
    }
  }

  private async lastVersion(tx: Tx, officeId: string): Promise<number> {
    const { rows } = await tx.run<{ last: number | string | null }>('SELECT MAX(version) AS last FROM policy_version WHERE office_id = ?', [officeId]);
    return Number(rows[0]?.last ?? 0);
  }
}

interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly effective_from: number | string;
  readonly published_at: number | string;
  readonly published_by: string;
  readonly name: string | null;
  readonly note: string;
}
