import type { PolicyDocument } from '../document';
import { layOver } from '../overlay';
import { callPenalties, ownershipPenalties } from './penalty-rows';
import { callRulesOwnership, ownershipRulesOwnership, receptionRulesOwnership } from './ownership-tables';
import { callRulesRows, ownershipRulesRows, receptionRulesRows, standardRows } from './reception-tables';
import { standardValues } from './standard-values';

const standard: PolicyDocument = {
  id: 'standard',
  name: { zh: '标准制度', en: 'Standard rules' },
  values: standardValues,
  tables: { reception: standardRows, ownership: ownershipRulesOwnership, penalties: [...ownershipPenalties, ...callPenalties] },
};

/** 002 房产销售客户接待制度: a registration never lapses, one make-up turn an absence, any customer (S2-13, X2, X16). */
const receptionRules = layOver(standard, {
  id: 'reception-rules',
  name: { zh: '客户接待制度', en: 'Reception rules' },
  values: {
    rotation: { standby_positions: 0 },
    makeup: { quantity: 'one_per_absence', customer_class: 'any_batch' },
    validity: { visit: null },
    attribution: { forgot_mode: 'new_only', named_trigger: 'customer_says_contact' },
  },
  tables: { reception: receptionRulesRows, ownership: receptionRulesOwnership, penalties: [] },
});

/** 003 客户管理 chapter 8: files live two calendar months, later visits never count, as many make-up turns as were missed. */
const ownershipRules = layOver(standard, {
  id: 'ownership-rules',
  name: { zh: '客户管理制度', en: 'Customer management rules' },
  values: { escalation: { large_order_units: null } },
  tables: { reception: ownershipRulesRows, penalties: ownershipPenalties },
});

/** 000 来电客户接待制度: calls by reception order, call-back within seven days, slips suspend for a week. */
const callRules = layOver(standard, {
  id: 'call-rules',
  name: { zh: '来电接待制度', en: 'Incoming-call rules' },
  values: { validity: { visit: null } },
  tables: { reception: callRulesRows, ownership: callRulesOwnership, penalties: callPenalties },
});

export const presets = {
  'standard': standard,
  'reception-rules': receptionRules,
  'ownership-rules': ownershipRules,
  'call-rules': callRules,
} as const satisfies Record<string, PolicyDocument>;

export type PresetId = keyof typeof presets;
export const presetIds = Object.keys(presets) as readonly PresetId[];
