import type { Notice } from '@lunjie/contracts';
import { coverOf } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Board } from '../reception/board';
import { Staff } from '../staff/staff';
import { lastMoveAt, notice, type NoticeScene, type NoticeSource } from './notice-scene';

const minute = 60_000;
/** How long a party may wait before those who run the floor are told. */
const patience = 10 * minute;

/** Acts by which somebody becomes free to receive. */
const freesSomebody = ['reception_ended', 'back', 'signed_in', 'joined', 'suspension_lifted', 'agent_changed'];

/** Acts by which the post can come to be short. */
const leaveThePost = ['out', 'signed_out', 'left_office', 'day_opened'];

/** Parties that wait: for the desk once somebody could receive them, for managers once it takes too long; and a post that is short (SN-03). */
@Injectable()
export class FloorNotices implements NoticeSource {
  constructor(
    private readonly board: Board,
    private readonly staff: Staff,
  ) {}

  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const atDesk = scene.roles.includes('desk');
    const manages = scene.roles.some((role) => role === 'manager' || role === 'supervisor');
    if (!scene.isOpen || !(atDesk || manages)) return [];
    return [...await this.cover(scene), ...await this.parties(scene, atDesk, manages)];
  }

  /** Whatever the reason, as long as it lasts; and who said they would be back by now. */
  private async cover(scene: NoticeScene): Promise<readonly Notice[]> {
    const { isShort, minimum, present, out } = coverOf(scene.floor, scene.rules, scene.now.at);
    const late = out.filter(({ isLate }) => isLate);
    const names = late.length === 0 ? new Map<string, string>() : new Map((await this.staff.people(scene.reading, scene.officeId)).map(({ id, name }) => [id, name]));
    const since = isShort ? await lastMoveAt(scene, leaveThePost) : 0;
    return [
      ...isShort ? [notice('cover_short', { id: `cover.${since}`, at: since, open: true, count: minimum - present.length })] : [],
      ...late.map(({ agent, reason, expectedBackAt }) => notice('back_late', { id: `late.${agent}.${expectedBackAt}`, at: expectedBackAt ?? scene.now.at, open: true, agent: names.get(agent) ?? '', reason, until: expectedBackAt })),
    ];
  }

  private async parties(scene: NoticeScene, atDesk: boolean, manages: boolean): Promise<readonly Notice[]> {
    if (scene.floor.waiting.length === 0) return [];
    const { waiting } = await this.board.view(scene.officeId);
    const freedAt = await lastMoveAt(scene, freesSomebody);
    return waiting.flatMap(({ visit, since, customerLabel: customer, canBeReceivedBy, partySize: count }) => [
      ...atDesk && canBeReceivedBy ? [notice('party_receivable', { id: `receivable.${visit}`, at: Math.max(since, freedAt), open: true, agent: canBeReceivedBy.name, customer, count })] : [],
      ...manages && scene.now.at - since >= patience ? [notice('party_waiting', { id: `waiting.${visit}`, at: since + patience, open: true, customer, count: patience / minute })] : [],
    ]);
  }
}
