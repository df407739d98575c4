import { moneyEntryKinds, RegisteredMoney } from '@lunjie/deal-life';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger } from '../floor/ledger';
import type { MoneyCheck } from '../floor/money-fault';
import type { Reading } from '../platform/database/tx';
import { AppealRows } from './appeal-rows';
import { EnteredRows } from './entered-rows';
import { entriesOf } from './entries';
import { FoldedRows } from './folded-rows';
import { VisitRows } from './visit-rows';

/** Compares what is stored of units, deals, money, disputes, penalties and visits with what the register alone says of them. */
@Injectable()
export class StoredMoneyCheck implements OnModuleInit {
  constructor(private readonly ledger: Ledger) {}

  onModuleInit(): void {
    this.ledger.comparesMoney((reading, officeId) => this.check(reading, officeId));
  }

  async check(reading: Reading, officeId: string): Promise<MoneyCheck> {
    const [registered, appeals, entered, folded, visits] = [new RegisteredMoney(), new AppealRows(), new EnteredRows(reading, officeId), new FoldedRows(reading, officeId), new VisitRows()];
    const found = async (): Promise<MoneyCheck['fault']> => {
      for await (const entries of entriesOf(reading, officeId, moneyEntryKinds)) {
        for (const entry of entries) {
          registered.take(entry);
          appeals.take(entry);
        }
        const fault = await entered.faultIn(entries);
        if (fault) return fault;
      }
      return await entered.faultIn([]) ?? await folded.fault(registered) ?? await appeals.fault(reading, officeId) ?? await visits.fault(reading, officeId);
    };
    const fault = await found();
    return { rows: entered.rows + folded.rows + appeals.rows + visits.rows, fault };
  }
}
