import type { PersonRef } from './arrival';
import type { Language } from './problem-text';

/** The columns of a price list (销控表) that is brought in. The first row names them, in either language. */
export const unitSheetFields = ['building', 'entrance', 'floor', 'room', 'layout', 'gross_area', 'net_area', 'list_price', 'batch', 'property_type', 'measured_gross', 'measured_net'] as const;
export type UnitSheetField = (typeof unitSheetFields)[number];

/** What becomes of a row: a new unit, another layout, area or price of a known one, nothing new, or a row that is not as it must be. */
export const unitRowOutcomes = ['enter', 'change', 'same', 'faulty'] as const;
export type UnitRowOutcome = (typeof unitRowOutcomes)[number];

export const unitRowReasons = ['is_missing', 'is_no_number', 'too_long', 'has_hyphen', 'net_above_gross', 'repeated', 'in_a_deal'] as const;
export type UnitRowReason = (typeof unitRowReasons)[number];

export interface UnitSheetRow {
  /** Its line in the file, the heading counted. */
  readonly row: number;
  readonly outcome: UnitRowOutcome;
  /** 完整房号; empty where the row does not say. */
  readonly code: string;
  readonly faults: readonly { readonly field: UnitSheetField | null; readonly reason: UnitRowReason }[];
}

/** POST …/units/sheet with a file: what would become of each row; nothing is entered. */
export interface UnitSheetTrial {
  readonly counts: Readonly<Record<UnitRowOutcome, number>>;
  /** The first 500 rows that are not simply entered. */
  readonly noted: readonly UnitSheetRow[];
  /** Covers the rows and what becomes of each: to be sent with the same file to …/units/sheet/import?digest=. */
  readonly digest: string;
}

export interface UnitSheetDone {
  readonly counts: Readonly<Record<UnitRowOutcome, number>>;
}

/** A price list that was brought in, pasted or from a file. */
export interface UnitImportView {
  readonly id: string;
  readonly at: number;
  readonly by: PersonRef;
  /** How many units were new, and of how many layout, area or price changed. */
  readonly entered: number;
  readonly changed: number;
  readonly entry: number;
  readonly undone: { readonly at: number; readonly by: string } | null;
  /** The first ten units that something happened to since: while there are any it stays. */
  readonly changedSince: readonly string[];
  readonly changedInAll: number;
}

/** GET …/units/imports: the latest ten; POST …/units/imports/:importId/undo takes one back. */
export interface UnitImportList {
  readonly imports: readonly UnitImportView[];
}

type Texts = Readonly<Record<Language, string>>;

export const unitSheetFieldTexts: Readonly<Record<UnitSheetField, Texts>> = {
  building: { zh: '楼栋', en: 'Building' }, entrance: { zh: '单元', en: 'Entrance' }, floor: { zh: '楼层', en: 'Floor' }, room: { zh: '房号', en: 'Room' }, layout: { zh: '户型', en: 'Layout' },
  batch: { zh: '批次', en: 'Release' }, property_type: { zh: '物业类型', en: 'Property type' }, measured_gross: { zh: '实测建筑面积', en: 'Measured gross area' }, measured_net: { zh: '实测套内面积', en: 'Measured net area' },
  gross_area: { zh: '建筑面积', en: 'Gross area' }, net_area: { zh: '套内面积', en: 'Net area' }, list_price: { zh: '标准总价', en: 'List price' },
};

export const unitRowReasonTexts: Readonly<Record<UnitRowReason, Texts>> = {
  is_missing: { zh: '没有填写', en: 'is missing' }, is_no_number: { zh: '不是有效的数字', en: 'is not a valid number' }, too_long: { zh: '内容过长', en: 'is too long' }, has_hyphen: { zh: '不能含空格或短横', en: 'must have no space and no hyphen' },
  net_above_gross: { zh: '套内面积大于建筑面积', en: 'Net area above gross area' }, repeated: { zh: '与前面的行重复', en: 'The same unit as an earlier row' }, in_a_deal: { zh: '已有定金或合同，不能更改', en: 'Has a deposit or a contract: not changed' },
};
