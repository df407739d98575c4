import { scriptSteps, type ScriptCard, type ScriptCardRequest, type ScriptCards, type ScriptStep, type ScriptVersions } from '@lunjie/contracts';
import { presetScripts } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { ScriptCardRow } from './script-card.entity';

interface StoredCard {
  readonly step: ScriptStep;
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  readonly at: number | string;
  readonly by_person: string;
  readonly name: string;
}

const cardOf = (row: StoredCard): ScriptCard => ({ step: row.step, zh: row.zh, en: row.en, version: row.version, at: Number(row.at), by: { id: row.by_person, name: row.name } });
const presetCard = (step: ScriptStep): ScriptCard => ({ step, ...presetScripts[step], version: 0, at: null, by: null });

/** What the office says at each step of a reception: the presets' words until it has words of its own. Every version is kept and entered into the register. */
@Injectable()
export class Scripts {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly transactions: Transactions,
  ) {}

  cards(officeId: string): Promise<ScriptCards> {
    return this.transactions.read(async (reading) => {
      const latest = new Map<ScriptStep, ScriptCard>();
      // Oldest first: the last of a step stays.
      for (const row of await this.stored(reading, officeId, null)) latest.set(row.step, cardOf(row));
      return { cards: scriptSteps.map((step) => latest.get(step) ?? presetCard(step)) };
    });
  }

  /** Newest first, the presets' words last. */
  versions(officeId: string, step: ScriptStep): Promise<ScriptVersions> {
    return this.transactions.read(async (reading) => ({ versions: [presetCard(step), ...(await this.stored(reading, officeId, step)).map(cardOf)].reverse() }));
  }

  /**
   * Gives a step other words. The same words again are no new version.
   * @throws Problem 409 `script_card_changed` where somebody else changed them since they were read
   */
  change(write: WriteContext, step: ScriptStep, { zh, en, version }: ScriptCardRequest): Promise<ScriptCard> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const before = (await this.stored(tx, officeId, step)).map(cardOf).at(-1) ?? presetCard(step);
      if (before.version !== version) throw new Problem('script_card_changed', 409);
      if (before.zh === zh && before.en === en) return before;
      const entryNumber = scene.enter({ kind: 'script_card', subject: null, content: { step, version: version + 1, zh, en } });
      await tx.insert(ScriptCardRow, [{ id: this.ids.next(), officeId, step, version: version + 1, zh, en, at: now.at, byPerson: write.personId, entryNumber }]);
      return (await this.stored(tx, officeId, step)).map(cardOf).at(-1) ?? before;
    });
  }

  private async stored(reading: Reading, officeId: string, step: ScriptStep | null): Promise<readonly StoredCard[]> {
    const { rows } = await reading.run<StoredCard>(
      `SELECT s.step, s.version, s.zh, s.en, s.at, s.by_person, p.name FROM script_card s JOIN person p ON p.id = s.by_person WHERE s.office_id = ?${step === null ? '' : ' AND s.step = ?'} ORDER BY s.step, s.version`,
      step === null ? [officeId] : [officeId, step]);
    return rows;
  }
}
