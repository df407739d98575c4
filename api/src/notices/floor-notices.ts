import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Board } from '../reception/board';
import { lastMoveAt, notice, type NoticeScene, type NoticeSource } from './notice-scene';

const minute = 60_000;
/** How long a party may wait before those who run the floor are told. */
const patience = 10 * minute;

/** Acts by which somebody becomes free to receive. */
const freesSomebody = ['reception_ended', 'back', 'signed_in', 'joined', 'suspension_lifted', 'agent_changed'];

/** Parties that wait: for the desk once somebody could receive them, for managers once it takes too long. */
@Injectable()
export class FloorNotices implements NoticeSource {
  constructor(private readonly board: Board) {}

  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const atDesk = scene.roles.includes('desk');
    const manages = scene.roles.some((role) => role === 'manager' || role === 'supervisor');
    if (!scene.isOpen || scene.floor.waiting.length === 0 || !(atDesk || manages)) return [];
    const { waiting } = await this.board.view(scene.officeId);
    const freedAt = await lastMoveAt(scene, freesSomebody);
    return waiting.flatMap(({ visit, since, customerLabel: customer, canBeReceivedBy, partySize: count }) => [
      ...atDesk && canBeReceivedBy ? [notice('party_receivable', { id: `receivable.${visit}`, at: Math.max(since, freedAt), open: true, agent: canBeReceivedBy.name, customer, count })] : [],
      ...manages && scene.now.at - since >= patience ? [notice('party_waiting', { id: `waiting.${visit}`, at: since + patience, open: true, customer, count: patience / minute })] : [],
    ]);
  }
}
