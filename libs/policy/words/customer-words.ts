import type { follow_up, identity, pool, register, validity } from '../values/customer';
import { callFormWords, formWords } from './shared-words';
import { about, decidedByTable, forTheRecord, never, part, say, unlimited, unset, type GroupWords } from './wording';

const relations = {
  spouse: say('配偶', 'Spouse'), parent: say('父母', 'Parent'), child: say('子女', 'Child'), sibling: say('兄弟姐妹', 'Sibling'), grandparent: say('祖父母', 'Grandparent'),
  partner: say('恋人', 'Partner'), company: say('同一公司', 'Same company'), group: say('同来团体', 'Same group'),
} as const;

/** Rulebook 3.4 in words. */
export const identityWords: GroupWords<typeof identity> = {
  match_keys: {
    ...about(['认定同一客户', 'What makes one customer'], ['凭什么认定来的是登记过的那位客户。', 'What identifies a visitor as a registered customer.'], ['姓名或电话；同名不同号无效。', 'Name or phone; the same name with another phone is void.']),
    options: { phone: say('电话', 'Phone'), name_and_phone: say('姓名和电话', 'Name and phone'), name_or_phone: say('姓名或电话', 'Name or phone'), id: say('证件', 'Identity card'), face: say('人脸', 'Face') },
  },
  phone_form: {
    ...about(['电话登记方式', 'How phones are registered'], ['登记完整号码，或只登记前后几位。', 'The whole number, or only its first and last digits.'], ['前三后四等。', 'First three and last four.']),
    options: { full: say('完整号码', 'Whole number'), first3_last4: say('前三后四', 'First 3, last 4'), first4_last3: say('前四后三', 'First 4, last 3') },
  },
  household_relations: { ...about(['算一家的关系', 'Who is one household'], ['哪些关系的人算同一家客户。', 'Which relations make several visitors one customer.'], ['各家不一，有的含恋人、同一公司。', 'Differs everywhere; some include partners or a company.'], '003 §(五)3(11)'), options: relations },
  household_rule: {
    ...about(['一家人的归属', 'Whose household'], ['一家人先后由不同顾问接待，客户归谁，可按关系分别规定。', 'Whose customer a household is when different agents met its members; set for each relation.'], ['配偶平分、其他亲属归成交人。', 'Couples split equally, other relatives to the closer.'], '003 §(五)3(11)'),
    keys: relations, options: { first_receiver_all: say('归先接待者', 'The first receiver'), split_equal: say('平分', 'Split equally'), closer_only: say('归成交者', 'The closer') },
  },
  group_rule: {
    ...decidedByTable(about(['团体来访', 'Groups'], ['一批人同来时由一位顾问接、各自算，还是大单报告。', 'Whether a group is one agent\'s, each person their own agent\'s, or a large order to report.'], ['归一位顾问；各归各的。', 'One agent; each their own.'], '002 §10')),
    options: { one_agent: say('一位顾问', 'One agent'), each_own: say('各归各的', 'Each their own'), large_order_report: say('按大单报告', 'Reported as a large order') },
  },
};

export const registerWords: GroupWords<typeof register> = {
  required_fields: {
    ...about(['登记必填项', 'What a registration needs'], ['来访和来电登记各须填哪些项。', 'Which columns of the sheet must be filled for visits and for calls.'], ['六项；三项；姓和电话。', 'Six; three; surname and phone.'], '002 §3, 003 §(二)4'),
    of: { visit: { ...part('来访', 'Visits'), options: formWords }, call: { ...part('来电', 'Calls'), options: callFormWords } },
  },
  incomplete: {
    ...about(['登记不全', 'If it is incomplete'], ['必填项没填全的登记怎样处理。', 'What becomes of a registration that lacks something.'], ['无效；以后补。', 'Void; completed later.']),
    options: { void: say('无效', 'Void'), pending: say('暂存待补', 'Pending'), complete_at_next_visit: say('下次来访补全', 'Completed at the next visit') },
  },
  deadline: {
    ...about(['登记时限', 'When it must be done'], ['最晚什么时候登记好。', 'By when a visit must be registered.'], ['当天，不得补登。', 'The same day, no late registration.'], '003 §(三)2–3'),
    options: { none: say('不限', 'Any time'), same_day: say('当天', 'The same day'), reception_end: say('接待结束时', 'When the reception ends') },
  },
  backfill: about(['允许补登', 'Late registration'], ['过了时限还能不能补登。', 'Whether a registration may still be made after its time.'], ['不允许。', 'No.']),
  creates_claim_for: {
    ...about(['登记产生的归属', 'What a registration gives'], ['各渠道的登记产生客户归属、只产生优先，还是都不产生。', 'Whether a registration of each channel makes the customer the agent\'s, gives a preference, or gives nothing.'], ['来电不产生；来电也产生。', 'Calls give nothing; calls give it too.'], '002 §1(1), 003 §(五)1'),
    keys: { visit: say('来访', 'Visit'), call: say('来电', 'Call'), online: say('线上', 'Online'), channel: say('渠道', 'Channel') },
    options: { none: say('无', 'Nothing'), preference: say('优先', 'A preference'), claim: say('归属', 'Ownership') },
  },
  immutable: {
    ...about(['不得涂改', 'What cannot be altered'], ['登记簿的哪些内容登记后不得更改；本系统的登记簿全部不得改，只能另作更正。', 'What of the register stands once entered; in this product all of it does, and corrections are new entries.'], ['涂改扣 5 分。', 'Minus 5 points.'], '002 §3'),
    options: { signature: say('签名', 'Signature'), time: say('时间', 'Time'), agent: say('顾问', 'Agent'), all: say('全部', 'Everything') },
  },
  custodian: { ...forTheRecord(about(['登记簿由谁保管', 'Who keeps the register'], ['登记簿的保管人。', 'Who has custody of it.'], null, '002 §3')), options: { manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor'), desk: say('前台', 'Reception desk') } },
  amend_role: { ...forTheRecord(about(['谁可作更正', 'Who may correct'], ['谁可以在登记簿上另作更正。', 'Who may enter a correction.'])), options: { nobody: say('无人', 'Nobody'), manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor') } },
  missing_at_deal: {
    ...forTheRecord(about(['成交时没有登记', 'A deal without registration'], ['成交时查不到登记，业绩怎样算。', 'What becomes of the credit when a deal has no registration.'], ['不计业绩；经理决定；本期不发。', 'No credit; the manager decides; unpaid this period.'])),
    options: { no_credit: say('不计业绩', 'No credit'), manager_decides: say('经理决定', 'The manager decides'), unpaid_this_period: say('本期不发', 'Unpaid this period') },
  },
};

/** Rulebook 3.5 in words. */
export const validityWords: GroupWords<typeof validity> = {
  visit: { ...about(['来访建档有效期', 'How long a visit\'s file is valid'], ['来访登记后客户归该顾问多久。按日历月算，含最后一天。', 'How long a registered visitor stays the agent\'s customer. Calendar months, last day included.'], ['各家从几天到几个月不等。', 'From days to months elsewhere.'], '003 §(五)2(1) · I-VAL'), ...never },
  call: { ...about(['来电有效期', 'How long a call is valid'], ['来电登记的有效期。', 'How long a registered call gives anything.'], ['7 天；15 天。', 'Seven days; fifteen.']), ...never },
  start: {
    ...about(['有效期起算', 'Counted from'], ['有效期从哪一天算起。', 'The day the validity begins.'], ['最近来访、最近登记、最近跟进都有。', 'Latest visit, latest registration and latest follow-up all occur.'], 'I-VAL'),
    options: { first_filing: say('首次登记', 'First registration'), last_visit: say('最近来访', 'Latest visit'), last_registration: say('最近登记', 'Latest registration'), last_followup: say('最近跟进', 'Latest follow-up'), last_effective_followup: say('最近有效跟进', 'Latest effective contact'), last_event: say('最近任何往来', 'Latest event of any kind') },
  },
  refresh_events: {
    ...about(['延长有效期的事', 'What renews it'], ['发生这些事时有效期延长。', 'What makes the validity longer.'], ['重新登记；每次续 3 天。', 'Registering again; three days more each time.'], 'I-VAL'),
    options: { visit: say('来访', 'A visit'), call: say('来电', 'A call'), follow_up: say('跟进', 'A follow-up'), effective_contact: say('有效跟进', 'An effective contact'), registration: say('登记', 'A registration'), activity: say('参加活动', 'An event') },
  },
  refresh_by: { ...about(['每次延长', 'By how much'], ['每次延长多久。', 'How much longer each time.']), ...unset },
  refresh_only_if_longer: about(['只延不缩', 'Only if longer'], ['延长后比原来短的不算。', 'A renewal that would end earlier does not apply.']),
  refresh_max_times: { ...about(['最多延长次数', 'How often'], ['最多延长几次。', 'How often it can be renewed.']), ...unlimited, unit: say('次', 'times') },
  hard_cap: { ...about(['最长期限', 'At the very longest'], ['不论怎样延长，到此为止。', 'Where it ends however often it is renewed.'], ['20 天；30 至 40 天。', 'Twenty days; thirty to forty.']), ...unlimited },
  inclusive: about(['含最后一天', 'Last day included'], ['有效期的最后一天仍算有效。', 'The last day of the validity still counts.'], ['明写含当天。', 'Said outright.'], 'I-VAL'),
  tested_on: {
    ...about(['以哪天判断有效', 'Tested on'], ['看来访、下定还是签约那天是否在有效期内。', 'Whether the visit, the deposit or the signing must fall within it.'], ['成交前 7 天。', 'A look back of seven days from the deal.'], 'I-VDATE'),
    options: { visit: say('来访', 'The visit'), deposit: say('下定', 'The deposit'), signing: say('签约', 'The signing') },
  },
  effective_contact: {
    ...about(['有效跟进的条件', 'What makes a contact effective'], ['跟进须满足这些才算有效。', 'What a follow-up needs to count as effective.']),
    options: { connected: say('接通', 'Connected'), personal: say('本人', 'In person'), logged: say('有记录', 'Logged') },
  },
  min_contacts: { ...about(['最少跟进次数', 'Fewest contacts'], ['一次来访后至少跟进几次。', 'How many follow-ups a visit needs at least.'], ['3 次。', 'Three.']), unit: say('次', 'contacts') },
  on_expiry: {
    ...about(['过期之后', 'When it ends'], ['有效期过后客户怎样处理。', 'What becomes of the customer afterwards.'], ['进公海；经理处理；数据员处理。', 'The shared pool; the manager; a data clerk.'], '003 §(五)2(1)'),
    options: { claim_lapses: say('归属失效', 'The claim lapses'), new: say('当新客户', 'A new customer'), public_pool: say('进公海', 'The shared pool'), manager: say('经理处理', 'The manager decides'), reassign: say('重新分配', 'Given to another') },
  },
  warn_before: { ...about(['到期前提醒', 'Warning before'], ['到期前多久提醒顾问。', 'How long before the end the agent is warned.'], ['有。', 'Yes.']), nothing: say('不提醒', 'No warning') },
};

export const poolWords: GroupWords<typeof pool> = {
  who: { ...about(['谁可认领公海客户', 'Who may claim from the pool'], ['公海里的客户谁可以领。', 'Who may take customers out of the shared pool.'], ['顾问自行认领。', 'Agents claim for themselves.']), options: { nobody: say('无人', 'Nobody'), agents: say('顾问', 'Agents'), manager: say('经理分配', 'Given out by the manager') } },
  grab_limit: { ...about(['认领上限', 'Most claims'], ['每人最多领几位。', 'How many one person may take.']), ...unlimited, unit: say('位', 'customers') },
  cool_down: { ...about(['再领间隔', 'Pause before reclaiming'], ['放回后多久才能再领同一位。', 'How long before the same person may take a customer back.']), ...unset },
  retention: { ...about(['认领后保留', 'Kept for'], ['领走后多久没有进展就收回。', 'How long a claimed customer is kept without progress.']), ...unlimited },
};

export const followUpWords: GroupWords<typeof follow_up> = {
  cadence: {
    ...about(['各等级跟进间隔', 'How often each grade is contacted'], ['A、B、C、D 各级客户多久联系一次。', 'How often customers of each grade are contacted.'], ['按级规定，逾期即失去客户。', 'Set for each grade; overdue, the customer is lost.'], '003 §(四)'),
    of: { grade: { ...part('等级', 'Grade'), options: { A: say('A', 'A'), B: say('B', 'B'), C: say('C', 'C'), D: say('D', 'D') } }, every: { ...part('间隔', 'Every'), nothing: say('不定期', 'No fixed interval') } },
  },
  on_rest_day: {
    ...about(['到期日逢休息日', 'Due on a day of rest'], ['该联系的那天售楼处休息，怎么算。', 'What holds when the office does not work on the day a contact is due.']),
    options: { stays: say('不变', 'The day stays'), before: say('提前到前一个工作日', 'The working day before'), next: say('顺延到下一个工作日', 'The next working day') },
  },
  supervisor_after: { ...about(['逾期多久报主管', 'Told to the supervisor after'], ['跟进逾期多久后提醒主管。', 'How long a follow-up is overdue before the supervisor is told.'], null, '003 §(四)1–2'), nothing: say('不报', 'Not at all') },
  manager_after: { ...about(['逾期多久报经理', 'Told to the manager after'], ['跟进逾期多久后提醒经理。', 'How long a follow-up is overdue before the manager is told.'], null, '003 §(四)1–2'), nothing: say('不报', 'Not at all') },
};
