export { policySchema, type PolicyDocument } from './document';
export { checkPolicy, type PolicyCheck, type PolicyFault } from './validate';
export { layOver, type PolicyOverlay } from './overlay';
export { presetIds, presets, type PresetId } from './presets';
export { outsideHoursDoNotCount } from './presets/reception-tables';
export { valueGroups, type PolicyValues } from './values';
export { durationUnits, fieldSchema, type Duration, type Field, type Group } from './fields';
export type { ChoiceCondition, Conditions, NumberCondition, OwnershipRow, PenaltyRow, PolicyTables, ReceptionRow } from './tables';
export type { JsonSchema } from './json-schema';
