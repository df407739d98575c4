import { IdempotencyKey0001 } from './0001-idempotency-key';
import { People0002 } from './0002-people';
import { Offices0003 } from './0003-offices';
import { PolicyVersions0004 } from './0004-policy-versions';
import { Audit0005 } from './0005-audit';
import { Floor0006 } from './0006-floor';
import { Reception0007 } from './0007-reception';
import { PolicyDesk0008 } from './0008-policy-desk';
import { EmploymentPeriods0010 } from './0010-employment-periods';
import { NoticeSeen0020 } from './0020-notice-seen';
import { Identity0021 } from './0021-identity';
import { Claims0022 } from './0022-claims';
import { Rulings0023 } from './0023-rulings';
import { CustomerSheets0024 } from './0024-customer-sheets';
import { Deals0025 } from './0025-deals';
import { Penalties0026 } from './0026-penalties';
import { Units0030 } from './0030-units';
import { Disputes0031 } from './0031-disputes';
import { ExportTotal0033 } from './0033-export-total';
import { DealMoney0034 } from './0034-deal-money';
import { PenaltyAppeals0035 } from './0035-penalty-appeals';
import { Calls0040 } from './0040-calls';
import { Requests0050 } from './0050-requests';
import { ScriptCards0051 } from './0051-script-cards';
import { Evening0055 } from './0055-evening';
import { Reports0080 } from './0080-reports';
import { ReportSheets0081 } from './0081-report-sheets';
import { ByEntry0070 } from './0070-by-entry';
import { Teams0075 } from './0075-teams';
import { Reminders0060 } from './0060-reminders';
import { PersonMail0061 } from './0061-person-mail';
import { FollowUpLooks0062 } from './0062-follow-up-looks';
import { Conduct0093 } from './0093-conduct';
import { EntryByHash0100 } from './0100-entry-by-hash';
import { UnitImports0101 } from './0101-unit-imports';
import { UnitFacts0102 } from './0102-unit-facts';
import { Checks0120 } from './0120-checks';
import { Handovers0121 } from './0121-handovers';
import { ReminderSubject0122 } from './0122-reminder-subject';
import { KeptSums0130 } from './0130-kept-sums';
import { FollowUpsSettled0140 } from './0140-follow-ups-settled';
import { PraiseOfRequests0160 } from './0160-praise-of-requests';

/** Every change of the schema, in the order it was made. A change that was released is never edited. */
export const migrations = [
  IdempotencyKey0001, People0002, Offices0003, PolicyVersions0004, Audit0005, Floor0006, Reception0007, PolicyDesk0008, EmploymentPeriods0010,
  NoticeSeen0020,
  Identity0021,
  Claims0022,
  Rulings0023,
  CustomerSheets0024,
  Deals0025,
  Penalties0026,
  Units0030,
  Disputes0031,
  ExportTotal0033,
  DealMoney0034,
  PenaltyAppeals0035,
  Calls0040,
  Requests0050,
  ScriptCards0051,
  Evening0055,
  Reports0080,
  ReportSheets0081,
  ByEntry0070,
  Teams0075,
  Reminders0060,
  PersonMail0061,
  FollowUpLooks0062,
  Conduct0093,
  EntryByHash0100,
  UnitImports0101,
  UnitFacts0102,
  Checks0120,
  Handovers0121,
  ReminderSubject0122,
  KeptSums0130,
  FollowUpsSettled0140,
  PraiseOfRequests0160,
];
