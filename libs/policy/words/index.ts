import type { Both } from '@lunjie/contracts';
import type { valueGroups } from '../values';
import { attributionWords, disputesWords } from './attribution-words';
import { channelWords } from './channel-words';
import { countingWords, makeupWords } from './counting-words';
import { followUpWords, identityWords, poolWords, registerWords, validityWords } from './customer-words';
import { changeWords, commissionWords, escalationWords, officesWords, phoneWords, privacyWords, remindersWords, reportsWords, requestsWords } from './office-words';
import { dealsWords } from './deals-words';
import { checksWords, handoverWords } from './house-words';
import { rotationWords } from './rotation-words';
import { say, type GroupWords } from './wording';

/** The words of every value, by group. A value without words, or an option without a label, does not compile. */
export const valueWords: { readonly [G in keyof typeof valueGroups]: GroupWords<(typeof valueGroups)[G]> } = {
  rotation: rotationWords, counting: countingWords, makeup: makeupWords, identity: identityWords, register: registerWords, validity: validityWords,
  pool: poolWords, follow_up: followUpWords, attribution: attributionWords, disputes: disputesWords, channel: channelWords,
  phone: phoneWords, deals: dealsWords, commission: commissionWords, reports: reportsWords, change: changeWords, escalation: escalationWords, requests: requestsWords, checks: checksWords, handover: handoverWords, reminders: remindersWords, offices: officesWords, privacy: privacyWords,
};

/** The parts of the rules, as headings. */
export const groupWords: Readonly<Record<keyof typeof valueGroups | 'reception' | 'ownership' | 'penalties', Both>> = {
  reception: say('谁来接待', 'Who receives'), rotation: say('轮序', 'The line'), counting: say('计次与来访类别', 'What counts, and classes of visitors'), makeup: say('补接', 'Make-up turns'),
  identity: say('认客', 'Who is the same customer'), register: say('登记', 'Registration'), validity: say('有效期', 'Validity'), pool: say('公海', 'The shared pool'), follow_up: say('跟进', 'Follow-up'),
  attribution: say('判客与提成', 'Ownership and commission shares'), ownership: say('业绩与提成的分配', 'How credit and commission divide'), disputes: say('争议', 'Disputes'), penalties: say('违规处理', 'Penalties'),
  channel: say('渠道报备', 'Channels'), phone: say('来电', 'Calls'), deals: say('房源与成交', 'Units and deals'), commission: say('提成发放', 'Commission'), reports: say('报表', 'Reports'), change: say('制度变更', 'Changing the rules'),
  escalation: say('报告', 'Reporting upwards'), requests: say('客户诉求与投诉', 'Requests and complaints'), checks: say('抽查与神秘客', 'Spot checks and mystery visits'), handover: say('交接班', 'Handing a shift over'), reminders: say('提醒', 'Reminders'), offices: say('岗位', 'Roles'), privacy: say('公开范围', 'What is shown'),
};
