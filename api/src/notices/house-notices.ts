import { sightOf } from '@lunjie/checks';
import type { CheckKind, HandoverPlace, Notice } from '@lunjie/contracts';
import { postsOf } from '@lunjie/handovers';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

interface CheckRow {
  readonly id: string;
  readonly kind: CheckKind;
  readonly body: string;
  readonly at: number | string;
  readonly published_at: number | string | null;
}

interface PraiseRow {
  readonly id: string;
  readonly at: number | string;
  readonly name: string | null;
}

interface HandoverRow {
  readonly id: string;
  readonly place: HandoverPlace;
  readonly at: number | string;
  readonly by_person: string;
  readonly name: string | null;
}

const most = 20;

/** Checks for whom they were about once they are published and for who publishes before, praise, and shifts nobody has taken over. */
@Injectable()
export class HouseNotices implements NoticeSource {
  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    return [...await this.checks(scene), ...await this.praise(scene), ...await this.handovers(scene)];
  }

  private async checks({ reading, officeId, me, roles, rules, from }: NoticeScene): Promise<readonly Notice[]> {
    const publishes = rules.policy.values.checks.published_by.some((role) => roles.includes(role));
    if (!publishes && !roles.includes('agent')) return [];
    const { rows } = await reading.run<CheckRow>(
      `SELECT k.id, k.kind, k.body, k.at, k.published_at FROM site_check k LEFT JOIN register_entry e ON e.office_id = k.office_id AND e.number = k.published_entry
       WHERE k.office_id = ? AND (k.published_entry IS NULL OR e.business_date >= ?) ORDER BY k.entry_number DESC LIMIT ${most}`, [officeId, from]);
    return rows.flatMap(({ id, kind, body, at, published_at: published }): readonly Notice[] => {
      const { agents } = JSON.parse(body) as { readonly agents: readonly string[] };
      if (sightOf({ id: me.id, roles }, { isPublished: published !== null, agents }) === 'nothing') return [];
      if (published === null) return publishes ? [notice('check_to_publish', { id: `publish.${id}`, at: Number(at), open: true, reason: kind, subject: id })] : [];
      return agents.includes(me.id) ? [notice('check_published', { id: `check.${id}`, at: Number(published), reason: kind, subject: id })] : [];
    });
  }

  private async praise({ reading, officeId, me, from, roles }: NoticeScene): Promise<readonly Notice[]> {
    if (!roles.includes('agent')) return [];
    const { rows } = await reading.run<PraiseRow>(`SELECT r.id, r.at, p.name FROM praise r LEFT JOIN person p ON p.id = r.by_person WHERE r.office_id = ? AND r.agent_id = ? AND r.business_date >= ? ORDER BY r.entry_number DESC LIMIT ${most}`, [officeId, me.id, from]);
    return rows.map(({ id, at, name }) => notice('praise_given', { id: `praise.${id}`, at: Number(at), agent: name }));
  }

  private async handovers({ reading, officeId, me, roles }: NoticeScene): Promise<readonly Notice[]> {
    const takes = roles.includes('desk') || roles.includes('manager') || roles.includes('supervisor');
    if (!takes) return [];
    const { rows } = await reading.run<HandoverRow>('SELECT h.id, h.place, h.at, h.by_person, p.name FROM shift_handover h LEFT JOIN person p ON p.id = h.by_person WHERE h.office_id = ? AND h.taken_entry IS NULL', [officeId]);
    return rows.filter(({ place, by_person: by }) => by !== me.id && postsOf(roles).includes(place)).map(({ id, place, at, name }) => notice('shift_to_take_over', { id: `handover.${id}`, at: Number(at), open: true, agent: name, reason: place, subject: id }));
  }
}
