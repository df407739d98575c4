/** The columns of 来访登记表 (forms.md no. 1), in the order of the sheet. The desk already holds 日期, 业务员 and 来访情况. */
export const visitFormFields = [
  { name: 'name', group: 'person', kind: 'text', max: 40 },
  { name: 'gender', group: 'person', kind: 'choice', options: ['male', 'female'] },
  { name: 'phone', group: 'person', kind: 'phone', max: 30 },
  { name: 'company', group: 'visit', kind: 'choice', options: ['alone', 'family', 'friends'] },
  { name: 'home_area', group: 'person', kind: 'text', max: 60 },
  { name: 'work_area', group: 'person', kind: 'text', max: 60 },
  { name: 'age', group: 'person', kind: 'choice', options: ['under_25', '25_30', '31_35', '36_40', '41_50', '51_60', 'over_60'] },
  { name: 'awareness_source', group: 'visit', kind: 'several', options: ['site_hoarding', 'exhibition', 'billboard', 'internet', 'outreach', 'leaflet', 'sms', 'newspaper', 'introduction', 'passing_by'] },
  { name: 'employer_kind', group: 'person', kind: 'choice', options: ['government', 'state_owned', 'private', 'foreign', 'self_employed', 'retired', 'other'] },
  { name: 'occupation', group: 'person', kind: 'text', max: 60 },
  { name: 'function_need', group: 'need', kind: 'several', options: ['home', 'school', 'parents', 'shop', 'office', 'other'] },
  { name: 'floor', group: 'need', kind: 'choice', options: ['low', 'middle', 'high', 'any'] },
  { name: 'orientation', group: 'need', kind: 'choice', options: ['south', 'south_north', 'east', 'west', 'north', 'any'] },
  { name: 'area_need', group: 'need', kind: 'choice', options: ['under_70', '70_90', '90_110', '110_140', 'over_140'] },
  { name: 'purpose', group: 'need', kind: 'choice', options: ['first_home', 'upgrade', 'school_place', 'for_parents', 'wedding', 'investment'] },
  { name: 'unit_price_reaction', group: 'reaction', kind: 'choice', options: ['low', 'acceptable', 'high'] },
  { name: 'total_price_reaction', group: 'reaction', kind: 'choice', options: ['low', 'acceptable', 'high'] },
  { name: 'considerations', group: 'reaction', kind: 'several', options: ['location', 'price', 'layout', 'school', 'traffic', 'brand', 'greenery', 'property_service'] },
  { name: 'objection', group: 'reaction', kind: 'text', max: 200 },
  { name: 'grade', group: 'reaction', kind: 'choice', options: ['A', 'B', 'C', 'D'] },
  { name: 'remark', group: 'reaction', kind: 'text', max: 500 },
] as const;

export type VisitFormField = (typeof visitFormFields)[number]['name'];

/** What the agent has written so far; `phone` is masked when read. */
export type VisitForm = Partial<Record<VisitFormField, string | readonly string[]>>;
