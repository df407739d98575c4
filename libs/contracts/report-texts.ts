import type { ReportDimension, ReportFigure, ReportRatios } from './reports';
import type { Language } from './problem-text';

type Texts = Readonly<Record<Language, string>>;

/** What a sheet as a file calls its columns; the console's words are the same, and a spec holds them together. */
export const reportColumnTexts = {
  calls: { zh: '来电', en: 'Calls' },
  firstCalls: { zh: '首次来电', en: 'First calls' },
  visits: { zh: '来访', en: 'Visits' },
  firstVisits: { zh: '新访', en: 'First visits' },
  returnVisits: { zh: '复访', en: 'Return visits' },
  visitsAfterCall: { zh: '来电后来访', en: 'Visits after a call' },
  unreceived: { zh: '无人接待', en: 'Received by nobody' },
  otherVisits: { zh: '非购房来访', en: 'Not buyers' },
  softDeposits: { zh: '小定', en: 'Soft deposits' },
  firmDeposits: { zh: '大定', en: 'Firm deposits' },
  contracts: { zh: '签约', en: 'Contracts' },
  subscriptionsCancelled: { zh: '认购退', en: 'Subscriptions cancelled' },
  contractsCancelled: { zh: '签约退', en: 'Contracts cancelled' },
  exchanges: { zh: '换房', en: 'Unit exchanges' },
  netContracts: { zh: '净签约套数', en: 'Net contracts' },
  netArea: { zh: '净签约面积', en: 'Net contract area' },
  netFen: { zh: '净签约金额', en: 'Net contract amount' },
  contractArea: { zh: '签约面积', en: 'Contract area' },
  contractFen: { zh: '签约金额', en: 'Contract amount' },
  receivedFen: { zh: '收款', en: 'Received' },
  refundedFen: { zh: '退款', en: 'Refunded' },
  netReceivedFen: { zh: '回款净额', en: 'Net received' },
  lost: { zh: '流失', en: 'Lost' },
  callToVisit: { zh: '转访率', en: 'Call-to-visit rate' },
  closing: { zh: '成交率', en: 'Closing ratio' },
} as const satisfies Readonly<Record<ReportFigure | keyof ReportRatios, Texts>>;

/** What a sheet as a file calls its blocks. */
export const reportBlockTexts = {
  channel: { zh: '途径', en: 'How they heard' },
  home_area: { zh: '区域', en: 'Home area' },
  age: { zh: '年龄', en: 'Age' },
  purpose: { zh: '置业目的', en: 'Purpose' },
  layout: { zh: '户型', en: 'Layout' },
  area: { zh: '面积段', en: 'Floor area' },
  price: { zh: '价格段', en: 'Price' },
  grade: { zh: '等级', en: 'Grade' },
  reason: { zh: '未购原因', en: 'Why not bought' },
  agent: { zh: '顾问', en: 'Agent' },
  team: { zh: '组', en: 'Team' },
} as const satisfies Partial<Readonly<Record<ReportDimension, Texts>>>;

/** The values of a dimension that are codes. */
export const reportValueTexts: Readonly<Partial<Record<ReportDimension, Readonly<Record<string, Texts>>>>> = {
  channel: { site_hoarding: { zh: '现场围墙', en: 'Site hoarding' }, exhibition: { zh: '外展场', en: 'Exhibition' }, billboard: { zh: '户外大牌', en: 'Billboard' }, internet: { zh: '网络', en: 'Internet' }, outreach: { zh: '拓客', en: 'Outreach' }, leaflet: { zh: '派单', en: 'Leaflet' }, sms: { zh: '短信', en: 'Text message' }, newspaper: { zh: '报纸', en: 'Newspaper' }, introduction: { zh: '介绍', en: 'Introduced' }, passing_by: { zh: '路过', en: 'Passing by' } },
  age: { under_25: { zh: '25 岁以下', en: 'Under 25' }, '25_30': { zh: '25–30 岁', en: '25–30' }, '31_35': { zh: '31–35 岁', en: '31–35' }, '36_40': { zh: '36–40 岁', en: '36–40' }, '41_50': { zh: '41–50 岁', en: '41–50' }, '51_60': { zh: '51–60 岁', en: '51–60' }, over_60: { zh: '60 岁以上', en: 'Over 60' } },
  purpose: { first_home: { zh: '首次置业', en: 'First home' }, upgrade: { zh: '改善', en: 'Upgrade' }, school_place: { zh: '学位', en: 'School place' }, for_parents: { zh: '为父母', en: 'For parents' }, wedding: { zh: '婚房', en: 'Wedding' }, investment: { zh: '投资', en: 'Investment' } },
  layout: { studio: { zh: '单间', en: 'Studio' }, one_room: { zh: '一居', en: 'One bedroom' }, two_rooms: { zh: '两居', en: 'Two bedrooms' }, three_rooms: { zh: '三居', en: 'Three bedrooms' }, four_rooms: { zh: '四居', en: 'Four bedrooms' }, five_rooms: { zh: '五居及以上', en: 'Five or more' }, villa: { zh: '别墅', en: 'Villa' }, shop: { zh: '商铺', en: 'Shop' }, office: { zh: '写字楼', en: 'Office' } },
  area: { under_70: { zh: '70 m² 以下', en: 'Under 70 m²' }, '70_90': { zh: '70–90 m²', en: '70–90 m²' }, '90_110': { zh: '90–110 m²', en: '90–110 m²' }, '110_140': { zh: '110–140 m²', en: '110–140 m²' }, over_140: { zh: '140 m² 以上', en: 'Over 140 m²' } },
  price: { under_100: { zh: '100 万以下', en: 'Under ¥1 million' }, '100_150': { zh: '100–150 万', en: '¥1–1.5 million' }, '150_200': { zh: '150–200 万', en: '¥1.5–2 million' }, '200_300': { zh: '200–300 万', en: '¥2–3 million' }, '300_500': { zh: '300–500 万', en: '¥3–5 million' }, over_500: { zh: '500 万以上', en: 'Over ¥5 million' } },
  grade: { A: { zh: 'A 一周内', en: 'A within a week' }, B: { zh: 'B 一两周', en: 'B one or two weeks' }, C: { zh: 'C 一个月左右', en: 'C about a month' }, D: { zh: 'D 无意向', en: 'D no intent' } },
  reason: { bought_elsewhere: { zh: '已购他处', en: 'Bought elsewhere' }, price: { zh: '价格', en: 'Price' }, location: { zh: '地段', en: 'Location' }, layout: { zh: '户型', en: 'Layout' }, credit: { zh: '资格或贷款', en: 'Credit or eligibility' }, no_need: { zh: '不再需要', en: 'No longer needed' }, unreachable: { zh: '联系不上', en: 'Cannot be reached' }, other: { zh: '其他', en: 'Other' } },
};

/** The other words of a sheet as a file. */
export const reportSheetTexts = {
  day: { zh: '本日', en: 'Day' },
  week: { zh: '本周', en: 'Week' },
  month: { zh: '本月', en: 'Month' },
  ever: { zh: '累计', en: 'In all' },
  kind: { zh: '类别', en: 'By' },
  what: { zh: '项目', en: 'Item' },
  notSaid: { zh: '未填', en: 'Not said' },
  sum: { zh: '合计', en: 'Total' },
  period: { zh: '期间', en: 'Period' },
  now: { zh: '本期', en: 'This period' },
  before: { zh: '上期', en: 'The one before' },
  daily: { zh: '销售日报', en: 'Daily sales report' },
  analysis: { zh: '来人来电统计成交状况分析表', en: 'Visits, calls and closings' },
} as const satisfies Readonly<Record<string, Texts>>;
