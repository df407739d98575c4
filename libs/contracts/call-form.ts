/** The columns of 来电登记表 (forms.md no. 4), in the order of the sheet; 日期, 时刻, 接听人, 指定顾问 and 约访 stand with the call itself. */
export const callFormFields = [
  { name: 'name', kind: 'text', max: 40 },
  { name: 'gender', kind: 'choice', options: ['male', 'female'] },
  { name: 'phone', kind: 'phone', max: 30 },
  { name: 'concerns', kind: 'text', max: 200 },
  { name: 'layout', kind: 'choice', options: ['studio', 'one_room', 'two_rooms', 'three_rooms', 'four_rooms', 'five_rooms', 'villa', 'shop', 'office'] },
  { name: 'area_need', kind: 'choice', options: ['under_70', '70_90', '90_110', '110_140', 'over_140'] },
  { name: 'budget', kind: 'choice', options: ['under_100', '100_150', '150_200', '200_300', '300_500', 'over_500'] },
  { name: 'awareness_source', kind: 'several', options: ['site_hoarding', 'exhibition', 'billboard', 'internet', 'outreach', 'leaflet', 'sms', 'newspaper', 'introduction', 'passing_by'] },
  { name: 'home_area', kind: 'text', max: 60 },
  { name: 'grade', kind: 'choice', options: ['A', 'B', 'C', 'D'] },
  { name: 'remark', kind: 'text', max: 500 },
] as const;

export type CallFormField = (typeof callFormFields)[number]['name'];

/** What was written down of a call; `name` and `phone` are kept with the customer. */
export type CallForm = Partial<Record<CallFormField, string | readonly string[]>>;
