import type { ChainVerification, Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

/** A register that did not verify stays in sight of those who answer for it until it does. */
@Injectable()
export class RegisterNotices implements NoticeSource {
  async of({ reading, officeId, roles }: NoticeScene): Promise<readonly Notice[]> {
    if (!roles.some((role) => role === 'manager' || role === 'admin' || role === 'auditor')) return [];
    const { rows: [last] } = await reading.run<{ id: string; at: number | string; data: string }>(
      "SELECT id, at, data FROM audit_entry WHERE office_id = ? AND kind = 'register_verified' ORDER BY at DESC, id DESC LIMIT 1", [officeId]);
    const { fault = null } = last ? JSON.parse(last.data) as Partial<ChainVerification> : {};
    return last && fault ? [notice('register_fault', { id: `register.${last.id}`, at: Number(last.at), open: true, reason: fault.part, count: fault.number })] : [];
  }
}
