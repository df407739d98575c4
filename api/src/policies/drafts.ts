import type { EditedPolicy, PolicyDraftView } from '@lunjie/contracts';
import { presets, type PresetId } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { isUniqueViolation } from '../platform/database/failures';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Policies } from './policies';
import { PolicyDraft } from './policy-draft.entity';

interface DraftRow {
  readonly revision: number | string;
  readonly document: string | null;
  readonly saved_at: number | string;
  readonly saved_by: string;
  readonly name: string | null;
}

/** What a draft begins from: one of the two. */
export interface DraftBase {
  readonly version?: number | undefined;
  readonly preset?: PresetId | undefined;
}

const nothingSaved: PolicyDraftView = { revision: 0, document: null, savedAt: null, savedBy: null };

/** The draft of an office's rules: one an office, so that its admins see each other's work. */
@Injectable()
export class Drafts {
  constructor(
    private readonly clock: Clock,
    private readonly writes: Writes,
    private readonly policies: Policies,
  ) {}

  async draft(reading: Reading, officeId: string): Promise<PolicyDraftView> {
    const { rows } = await reading.run<DraftRow>(
      'SELECT d.revision, d.document, d.saved_at, d.saved_by, p.name FROM policy_draft d LEFT JOIN person p ON p.id = d.saved_by WHERE d.office_id = ?', [officeId]);
    const row = rows[0];
    return row ? {
      revision: Number(row.revision), document: row.document === null ? null : JSON.parse(row.document) as EditedPolicy,
      savedAt: Number(row.saved_at), savedBy: { id: row.saved_by, name: row.name ?? '' },
    } : nothingSaved;
  }

  /** Saves what an admin edited since the revision they saw. @throws Problem 409 `draft_changed` */
  save(write: WriteContext, document: EditedPolicy, revision: number): Promise<PolicyDraftView> {
    return this.writes.run(write, (tx) => this.change(tx, write, document, revision));
  }

  /**
   * Makes the draft what a version of the office or a preset says. What stood in it since the revision is gone.
   * @throws Problem 400 `policy_unclear` unless one of them is named, 404 `policy_missing`, 409 `draft_changed`
   */
  start(write: WriteContext, { version, preset }: DraftBase, revision: number): Promise<PolicyDraftView> {
    if ((version === undefined) === (preset === undefined)) throw new Problem('policy_unclear', 400);
    return this.writes.run(write, async (tx) => {
      const policy = preset === undefined ? (await this.policies.version(tx, write.officeId, version ?? 0)).policy : presets[preset];
      return this.change(tx, write, policy as unknown as EditedPolicy, revision);
    });
  }

  /** Throws the draft away. @throws Problem 409 `draft_changed` */
  discard(write: WriteContext, revision: number): Promise<PolicyDraftView> {
    return this.writes.run(write, (tx) => this.change(tx, write, null, revision));
  }

  /**
   * Takes the draft out to be published, as part of the transaction that publishes it.
   * @throws Problem 409 `draft_changed`, 404 `draft_missing`
   */
  async take(tx: Tx, write: WriteContext, revision: number): Promise<EditedPolicy> {
    const { document, revision: now, savedBy, savedAt } = await this.draft(tx, write.officeId);
    if (now === revision && document === null) throw new Problem('draft_missing', 404);
    if (now !== revision || document === null) throw changed(now, savedBy?.name, savedAt);
    // Between the look and this another admin may have saved: then the change finds another revision.
    await this.change(tx, write, null, revision);
    return document;
  }

  private async change(tx: Tx, { officeId, personId }: WriteContext, document: EditedPolicy | null, seen: number): Promise<PolicyDraftView> {
    const now = this.clock.now();
    const { affected } = await tx.run(
      'UPDATE policy_draft SET revision = revision + 1, document = ?, saved_at = ?, saved_by = ? WHERE office_id = ? AND revision = ?',
      [document === null ? null : JSON.stringify(document), now, personId, officeId, seen]);
    if (affected === 0 && !(seen === 0 && (await this.begun(tx, { officeId, revision: 1, document, savedAt: now, savedBy: personId })))) {
      const { revision, savedBy, savedAt } = await this.draft(tx, officeId);
      throw changed(revision, savedBy?.name, savedAt);
    }
    return this.draft(tx, officeId);
  }

  private async begun(tx: Tx, first: PolicyDraft): Promise<boolean> {
    try {
      await tx.insert(PolicyDraft, [first]);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}

function changed(revision: number, by = '', at: number | null): Problem {
  return new Problem('draft_changed', 409, { revision, by, at });
}
