import type { Notice } from '@lunjie/contracts';
import { openReceptionsOf, upcoming } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { heldByFollowUps } from '../follow-up/held-agents';
import { Visits } from '../reception/visits';
import { lastMoveAt, notice, type NoticeScene, type NoticeSource } from './notice-scene';

const hour = 3_600_000;
/** How long before a make-up turn lapses its owner is told. */
const lapsingSoon = 2 * hour;

/** Acts of others by which somebody comes to the head of the line, and one's own. */
const movesUp = ['turn_taken', 'reception_started', 'reception_ended', 'line_built', 'reordered', 'out', 'signed_out', 'suspended', 'moved_to_tail'];
const entersLine = ['signed_in', 'joined', 'back', 'reception_ended', 'suspension_lifted', 'credit_granted'];

/** What an agent has to know about how they stand now: up, called, about to lose a make-up turn. */
@Injectable()
export class StandingNotices implements NoticeSource {
  constructor(private readonly visits: Visits) {}

  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    if (!scene.roles.includes('agent')) return [];
    return [...await this.offered(scene), ...await this.turn(scene), ...lapsing(scene)];
  }

  private async offered({ reading, officeId, floor, me }: NoticeScene): Promise<readonly Notice[]> {
    const offered = openReceptionsOf(floor, me.id).filter(({ acceptBy }) => acceptBy !== null);
    const visits = await this.visits.byIds(reading, officeId, offered.map(({ visit }) => visit));
    return offered.map(({ id, visit, since, acceptBy }) =>
      notice('reception_offered', { id: `offered.${id}`, at: since, open: true, until: acceptBy, customer: visits.get(visit)?.row.customerLabel ?? null }));
  }

  private async turn(scene: NoticeScene): Promise<readonly Notice[]> {
    const { floor, rules, now, me, isOpen, reading, officeId } = scene;
    if (!isOpen || openReceptionsOf(floor, me.id).length > 0 || upcoming(floor, rules, now, 1, await heldByFollowUps(scene.reading, scene.officeId, rules, now.at))[0]?.agent !== me.id) return [];
    const { rows } = await reading.run<{ at: number | string }>(
      `SELECT at FROM turn_posting WHERE office_id = ? AND agent_id = ? AND business_date = ? AND kind IN (${entersLine.map(() => '?').join(', ')}) ORDER BY seq DESC LIMIT 1`,
      [officeId, me.id, now.date, ...entersLine]);
    return [notice('your_turn', { id: 'your_turn', at: Math.max(Number(rows[0]?.at ?? 0), await lastMoveAt(scene, movesUp, me.id)), open: true })];
  }
}

function lapsing({ floor, now, me }: NoticeScene): readonly Notice[] {
  return Object.values(floor.queues).flatMap(({ id, credits }) => credits.flatMap((credit, index) => {
    const { agent, at, expiresAt, reason } = credit;
    if (agent !== me.id || expiresAt === null || expiresAt <= now.at || expiresAt - now.at > lapsingSoon) return [];
    return [notice('makeup_lapsing', { id: `lapsing.${id}.${at}.${index}`, at: Math.max(at, expiresAt - lapsingSoon), open: true, until: expiresAt, reason })];
  }));
}
