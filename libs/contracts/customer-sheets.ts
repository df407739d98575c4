import type { ClaimState, CustomerListQuery, CustomerRef, CustomerSource } from './customers';
import type { Language } from './problem-text';
import type { PersonRef } from './arrival';

/** What a column of an imported sheet may mean. Wording lives in the console under `sheets.field`. */
export const importFields = ['name', 'phone', 'second_phone', 'gender', 'grade', 'agent', 'registered_on', 'source', 'note'] as const;
export type ImportField = (typeof importFields)[number];

/** What each column means, from the left; null = the column is left out. Each field at most once, `name` and `phone` always. */
export type ColumnMapping = readonly (ImportField | null)[];

/** Most customers, columns and bytes one import takes. */
export const mostImported = 5_000;
export const mostImportColumns = 40;
export const largestImport = 4 * 1024 * 1024;
/** For so long the import of a batch can be undone. */
export const importUndoHours = 24;
/** A file that was read and not imported is forgotten after so long. */
export const importKeptHours = 24;

/** Beside .xlsx: a file with commas, and what is pasted from a sheet (tabs). */
export const commaSeparatedType = 'text/csv';
export const tabSeparatedType = 'text/tab-separated-values';

/** `read`: in the house, nothing entered. `running`, `undoing`: due work. */
export const importStates = ['read', 'running', 'done', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];

/**
 * What becomes of a row: a new customer; one the office knows, registered again by another agent, which is noted as a
 * conflict; one that is that agent's already; or a row that is not as it must be.
 */
export const rowOutcomes = ['enter', 'again', 'skip', 'faulty'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Why a row is not simply entered. Wording: `rowReasonTexts`. */
export const rowReasons = [
  'is_missing', 'too_long', 'is_phone_number', 'same_as_first', 'unknown_gender', 'unknown_grade', 'unknown_agent', 'several_agents', 'is_date', 'is_later', 'unknown_source',
  'second_phone_known', 'already_theirs', 'known_here', 'another_agents', 'nobodys', 'repeated', 'name_known', 'name_repeated', 'not_entered',
] as const;
export type RowReason = (typeof rowReasons)[number];

export interface RowRemark {
  /** Null where it concerns the whole row. */
  readonly field: ImportField | null;
  readonly reason: RowReason;
  /** The row of the file it is like. */
  readonly like: number | null;
}

/** A row that needs looking at: why it is not entered, or whom it may be. */
export interface NotedRow {
  /** Its line in the file, the heading counted; empty lines are not. */
  readonly row: number;
  readonly outcome: RowOutcome;
  /** As it was typed. */
  readonly name: string;
  readonly phoneMasked: string | null;
  readonly remarks: readonly RowRemark[];
  /** Whom the register knows by the phone, or under the same name. */
  readonly known: { readonly customer: CustomerRef; readonly owner: PersonRef | null } | null;
}

export type OutcomeCounts = Readonly<Record<RowOutcome, number>>;

/** POST …/customers/imports with a file: what was read. Nothing is entered yet. */
export interface ImportRead {
  readonly id: string;
  readonly rows: number;
  readonly columns: number;
  /** The first row heads the columns. */
  readonly headed: boolean;
  readonly headings: readonly string[];
  /** What the headings say. */
  readonly mapping: ColumnMapping;
  /** The first rows behind the heading, as they were read; for the importer's eyes, who sent them. */
  readonly sample: readonly (readonly string[])[];
}

/** POST …/customers/imports/:importId/trial. */
export interface ImportTrialRequest {
  readonly mapping: ColumnMapping;
  readonly headed: boolean;
}

export interface ImportTrial {
  readonly counts: OutcomeCounts;
  /** Of those entered: nobody's. */
  readonly nobodys: number;
  /** The first 500 rows that need looking at; the sheet of remarks has all. */
  readonly noted: readonly NotedRow[];
  readonly notedInAll: number;
  /** Covers the rows, the columns' meaning and what becomes of each row: to be sent with the import. */
  readonly digest: string;
}

/** POST …/customers/imports/:importId/carry-out. 409 `import_changed` where not exactly what the trial said would be done. */
export interface ImportRequest {
  readonly digest: string;
}

/** POST …/customers/imports/:importId/undo. */
export interface ImportUndoRequest {
  readonly reason: string;
}

/** GET …/customers/imports: one import. */
export interface ImportView {
  readonly id: string;
  readonly state: ImportState;
  readonly by: PersonRef;
  readonly at: number;
  readonly rows: number;
  /** Of `running` and `undoing`: how many rows are settled. */
  readonly done: number;
  /** What became of the rows; faulty ones were left out. */
  readonly counts: OutcomeCounts;
  /** Until when it can be undone; null where it cannot. */
  readonly undoUntil: number | null;
  readonly withdrawn: number;
  /** Those something had happened to since: they stayed. The first 500. */
  readonly stayed: readonly CustomerRef[];
  /** Customers another agent had who were registered a second time: theirs to settle who rules on it. The first 500. */
  readonly again: readonly { readonly row: number; readonly customer: CustomerRef; readonly agent: PersonRef | null }[];
}

export interface ImportList {
  /** Newest first, at most twenty; files that were only read are not among them. */
  readonly imports: readonly ImportView[];
}

type Texts = Readonly<Record<Language, string>>;

export const importFieldTexts: Readonly<Record<ImportField, Texts>> = {
  name: { zh: '姓名', en: 'Name' }, phone: { zh: '电话', en: 'Phone' }, second_phone: { zh: '第二电话', en: 'Second phone' }, gender: { zh: '性别', en: 'Gender' }, grade: { zh: '等级', en: 'Grade' },
  agent: { zh: '置业顾问', en: 'Sales agent' }, registered_on: { zh: '原登记日期', en: 'Registered on' }, source: { zh: '来源', en: 'Source' }, note: { zh: '备注', en: 'Note' },
};

export const rowOutcomeTexts: Readonly<Record<RowOutcome, Texts>> = {
  enter: { zh: '导入', en: 'Entered' }, again: { zh: '记为重复建档', en: 'Noted as registered again' }, skip: { zh: '跳过', en: 'Skipped' }, faulty: { zh: '有误，不导入', en: 'Faulty, left out' },
};

/** Why a row is not simply entered, in both languages; `{row}` is the line it is like. */
export const rowReasonTexts: Readonly<Record<RowReason, Texts>> = {
  is_missing: { zh: '没有填写', en: 'is missing' },
  too_long: { zh: '内容过长', en: 'is too long' },
  is_phone_number: { zh: '不是有效的电话号码', en: 'is not a valid phone number' },
  same_as_first: { zh: '与第一个电话相同', en: 'is the same as the first phone' },
  unknown_gender: { zh: '应为男或女', en: 'must be male or female' },
  unknown_grade: { zh: '应为 A、B、C 或 D', en: 'must be A, B, C or D' },
  unknown_agent: { zh: '本售楼处没有这位在职顾问', en: 'is no agent of this office' },
  several_agents: { zh: '有同名顾问，请填账号', en: 'is the name of several agents: give the account' },
  is_date: { zh: '不是有效的日期', en: 'is not a valid date' },
  is_later: { zh: '晚于今天', en: 'is later than today' },
  unknown_source: { zh: '应为来访、来电、线上或渠道', en: 'must be visit, call, online or channel' },
  second_phone_known: { zh: '第二电话已是另一位客户的', en: 'is another customer\'s phone' },
  already_theirs: { zh: '已归这位顾问', en: 'Already this agent\'s' },
  known_here: { zh: '电话已登记，本行没有顾问', en: 'The phone is known, and the row names no agent' },
  another_agents: { zh: '电话已登记，归另一位顾问', en: 'The phone is known as another agent\'s customer' },
  nobodys: { zh: '电话已登记，目前无归属', en: 'The phone is known; the customer is nobody\'s now' },
  repeated: { zh: '电话与第 {row} 行相同', en: 'Same phone as row {row}' },
  name_known: { zh: '登记簿里有同名客户', en: 'The register has somebody of this name' },
  name_repeated: { zh: '与第 {row} 行同名', en: 'Same name as row {row}' },
  not_entered: { zh: '意外错误，未导入', en: 'Not entered: an unexpected error' },
};

/** A reason in words. */
export function rowReasonText({ reason, like }: Pick<RowRemark, 'reason' | 'like'>, language: Language): string {
  return rowReasonTexts[reason][language].replace('{row}', String(like ?? ''));
}

/** What an export may show: nothing the screen does not. */
export const exportColumns = ['name', 'phone', 'gender', 'grade', 'owner', 'state', 'valid_until', 'source', 'registered_on', 'last_contact_on', 'visits'] as const;
export type ExportColumn = (typeof exportColumns)[number];

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Most customers in one export, and how long the file is kept. */
export const mostExported = 100_000;
export const exportKeptHours = 24;

/** `failed`: it could not be written; `too_many`: more than `mostExported`; `expired`: the file is deleted. */
export const exportStates = ['due', 'done', 'failed', 'too_many', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

/** Filters and order as on the screen. */
export type ExportFilters = Omit<CustomerListQuery, 'after' | 'size'>;

/** POST …/customers/exports: the customers' list as a sheet, masked as the screen, written by due work. */
export interface ExportRequest {
  readonly filters: ExportFilters;
  readonly columns: readonly ExportColumn[];
  readonly format: ExportFormat;
  readonly language: Language;
  readonly reason: string;
}

export interface ExportView {
  readonly id: string;
  readonly state: ExportState;
  readonly by: PersonRef;
  readonly at: number;
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  readonly reason: string;
  /** Customers written so far; in the end, all. */
  readonly rows: number;
  /** How many there will be; null until that is counted. */
  readonly total: number | null;
  readonly bytes: number;
  readonly expiresAt: number;
}

/** GET …/customers/exports: one's own, newest first, at most twenty; managers see everybody's. */
export interface ExportList {
  readonly exports: readonly ExportView[];
}

export const exportColumnTexts: Readonly<Record<ExportColumn, Texts>> = {
  name: { zh: '客户', en: 'Customer' }, phone: { zh: '电话', en: 'Phone' }, gender: { zh: '性别', en: 'Gender' }, grade: { zh: '等级', en: 'Grade' }, owner: { zh: '归属', en: 'Owner' },
  state: { zh: '归属状态', en: 'Claim' }, valid_until: { zh: '有效期至', en: 'Valid until' }, source: { zh: '来源', en: 'Source' }, registered_on: { zh: '建档日期', en: 'Registered on' },
  last_contact_on: { zh: '最近联系', en: 'Last contact' }, visits: { zh: '来访次数', en: 'Visits' },
};

/** What stands in the cells of an exported sheet, in the words of the screen. */
export const exportCellTexts: { readonly state: Readonly<Record<ClaimState, Texts>>; readonly source: Readonly<Record<CustomerSource, Texts>>; readonly gender: Readonly<Record<string, Texts>> } = {
  state: {
    valid: { zh: '有效', en: 'Valid' }, lapsing: { zh: '快到期', en: 'Lapsing soon' }, lapsed: { zh: '已失效', en: 'Lapsed' }, pool: { zh: '在公海', en: 'In the shared pool' }, none: { zh: '无归属', en: 'Nobody\'s' },
  },
  source: { visit: { zh: '来访', en: 'Visit' }, call: { zh: '来电', en: 'Call' }, online: { zh: '线上', en: 'Online' }, channel: { zh: '渠道', en: 'Channel' } },
  gender: { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } },
};
