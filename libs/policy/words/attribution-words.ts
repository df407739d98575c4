import type { attribution, disputes } from '../values/attribution';
import { about, decidedByTable, say, unlimited, unset, type GroupWords } from './wording';

const handOver = { random: say('随机抽取', 'By random draw'), manual: say('经理分配', 'Given out by the manager'), rotation: say('按轮序', 'By the line'), pool: say('进公海', 'To the shared pool') } as const;
const roles = { manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor'), admin: say('管理员', 'Admin') } as const;
const forfeits = { none: say('无', 'Nothing'), department: say('归部门', 'The department'), house: say('归公司', 'The house') } as const;

/** Rulebook 3.6 in words. The shares of each situation are rows of the ownership table. */
export const attributionWords: GroupWords<typeof attribution> = {
  principle_order: {
    ...about(['判客原则先后', 'Which principle comes first'], ['几条原则结论不同时，前面的优先。', 'Where principles disagree, the one named first decides.'], ['只看成交人；渠道带看优先；有过程记录者优先。', 'The closer only; the escorted visit first; the one whose work is logged first.'], '003 §(五)1–2'),
    options: {
      first_registration: say('首访登记', 'First registration'), validity: say('有效期', 'Validity'), customer_wish: say('客户意愿', 'Customer\'s choice'), closer: say('以成交为准', 'The closer'),
      escorted_visit: say('渠道带看', 'Escorted visit'), process_logged: say('过程记录', 'Logged work'),
    },
  },
  forgot_mode: {
    ...decidedByTable(about(['忘记原顾问时', 'Who forgot their agent'], ['客户来过但忘了是谁接待，事后查到原顾问怎样算。', 'What happens when the earlier agent of a customer who forgot them is found afterwards.'], ['原顾问两天内可认领，否则归最后接待者。', 'The earlier agent may claim within two days; else the last receiver.'], '002 §1(2), 003 §(五)3(7)')),
    options: { new_only: say('当新客户，不查', 'A new customer, nothing is looked up'), lookup_valid_split: say('查到且有效则平分', 'Found and valid: shared'), claim_window: say('限期认领', 'May be claimed in time') },
  },
  forgot_claim_window: { ...about(['认领期限', 'Time to claim'], ['原顾问多久内可以认领。', 'How long the earlier agent has to claim.'], ['两天。', 'Two days.']), ...unset },
  credit_and_commission_separate: decidedByTable(about(['业绩与提成分开', 'Credit and commission apart'], ['业绩归一人，提成可以另行分配。', 'One person has the credit while the commission may divide otherwise.'], null, '003 §(五)3(3)')),
  payees: {
    ...about(['提成可分给', 'Who can be paid'], ['提成可以分给哪些对象。', 'Who may have a share of a commission.'], ['团队池、公司、介绍人、渠道。', 'A team pool, the house, referrers, channels.'], '003 §(五)4'),
    options: { agent: say('顾问', 'Agents'), department: say('部门', 'The department'), team_pool: say('团队池', 'A team pool'), house: say('公司', 'The house'), referrer: say('介绍人', 'Referrers'), channel: say('渠道', 'Channels') },
  },
  share_type: {
    ...decidedByTable(about(['分配方式', 'How shares are set'], ['固定比例、区间协商、按角色，还是固定金额。', 'As fixed per cent, within a range, by role, or as a flat amount.'], ['区间内协商；按角色；每套固定 1,000 元。', 'Agreed within a range; by role; a flat ¥1,000.'], '003 §(五)3')),
    options: { fixed_percent: say('固定比例', 'Fixed per cent'), range: say('区间协商', 'Within a range'), role_shares: say('按角色', 'By role'), flat_amount: say('固定金额', 'Flat amount') },
  },
  notify_owner: {
    ...about(['他人接待时告知原顾问', 'Telling the owner'], ['别人接待其客户时，要不要告知或征得原顾问同意。', 'Whether the owner is told, or asked, when another agent receives their customer.'], ['须征得同意。', 'Their consent is needed.'], '002 §1(1)'),
    options: { none: say('不需要', 'No'), notify: say('告知', 'Told'), consent: say('征得同意', 'Asked for consent') },
  },
  concealment_effect: { ...decidedByTable(about(['隐瞒不报', 'If it is concealed'], ['没有告知原顾问的后果。', 'What it costs not to tell the owner.'], ['提成全归原顾问。', 'The whole commission goes to the owner.'])), options: { none: say('无', 'Nothing'), owner_all: say('全归原顾问', 'All to the owner') } },
  assist_reward_source: {
    ...decidedByTable(about(['协助报酬出自', 'Who pays for help'], ['协助接待的报酬从哪里出。', 'Where the reward of an assisting agent comes from.'], ['出自团队池。', 'A pool.'], '003 §(五)3(3)')),
    options: { owner_commission: say('原顾问的提成', 'The owner\'s commission'), pool: say('团队池', 'A pool'), none: say('无报酬', 'Nobody') },
  },
  same_day: {
    ...about(['“当天成交”', '“Closed the same day”'], ['协助接待当天成交指什么。', 'What counts as closing on the day of the help.'], ['当场成交。', 'On the spot.'], '003 §(二)5'),
    options: { calendar_day: say('同一日历日', 'The same calendar day'), before_close: say('当天下班前', 'Before closing time'), on_the_spot: say('当场', 'On the spot') },
  },
  named_trigger: {
    ...decidedByTable(about(['指定接待的条件', 'What makes a requested agent'], ['客户怎样说才算指定顾问。', 'What the customer must say for an agent to count as requested.'], ['来电不看指定。', 'Ignored for calls.'], '002 §1(1), 003 §(二)5(1)')),
    options: { customer_says_contact: say('说出联系过的顾问', 'Names an agent they had contact with'), customer_demands: say('要求由其接待', 'Asks for the agent'), customer_demands_on_entering: say('进门即要求', 'Asks for the agent on entering') },
  },
  agent_leave_threshold: { ...about(['长假指多久', 'How long a leave is long'], ['请假多久以上，其客户移交他人。', 'From which length a leave hands the customers over.'], null, '003 §(五)3(12)'), ...unset },
  agent_leave_method: { ...about(['长假时客户移交', 'Customers of who is on long leave'], ['长假顾问的客户怎样移交。', 'How they are handed over.'], ['按轮序、经理分配或进公海。', 'By the line, by the manager, or to the pool.'], '003 §(五)3(12)'), options: handOver },
  agent_leave_deal_percent: { ...about(['在途成交给接手人的提成', 'What a successor has of running deals'], ['离职或长假顾问的客户移交时，其在途成交还没发的提成给接手人多少；已发的归原顾问，争议中的成交由裁定。离职的请在最后一天结束前移交，之后没发的已归部门。', 'How much of the commission not released yet goes to who takes the customers over from somebody who leaves or is on long leave. What was released stays; a deal in dispute is left to its ruling. Hand over before their last day is over: afterwards it has gone to the department.'], ['有。', 'Yes.']), unit: say('%', '%') },
  agent_transfer_method: { ...about(['调动时客户移交', 'Customers of who is transferred'], ['调走的顾问的客户怎样移交。', 'How the customers of a transferred agent are handed over.'], ['两个月内各半。', 'Half and half for two months.'], '003 §(五)3(12)'), options: { ...handOver, keeps: say('仍归本人', 'They stay theirs') } },
  rounding: { ...about(['分到分', 'Rounding'], ['提成按分计算，余数怎样分。', 'Commission is counted in fen; how the remainder is given.']), options: { largest_remainder: say('余数大者先得', 'To the largest remainder') } },
};

/** Rulebook 3.7 in words. */
export const disputesWords: GroupWords<typeof disputes> = {
  ladder: {
    ...about(['争议处理顺序', 'The steps of a dispute'], ['争议依次由谁处理。', 'Who deals with a dispute, step by step.'], ['先由主管。', 'The supervisor first.'], '003 §(五)4'),
    options: { negotiate: say('双方协商', 'The parties'), supervisor: say('销售主管', 'Sales supervisor'), department: say('部门调解', 'Mediation by the department'), manager: say('销售经理', 'Sales manager'), department_manager: say('部门经理', 'Department manager') },
  },
  evidence: {
    ...about(['证据先后', 'What counts as evidence'], ['判客看哪些记录，前面的优先。', 'Which records decide, the first named first.'], ['以系统最早记录为准；报告、签到、跟进记录。', 'The first record in the system; reports, check-ins, follow-up logs.'], '003 §(五)1'),
    options: { register_time: say('登记时间', 'Time of registration'), evening_minutes: say('晚会记录', 'Evening-meeting minutes'), system_record: say('系统记录', 'System record'), report: say('报告', 'Report'), check_in: say('签到', 'Check-in'), follow_up_log: say('跟进记录', 'Follow-up log') },
  },
  quarrel_effect: { ...about(['发生争吵', 'If they quarrel'], ['争吵时该套业绩和提成归谁。', 'Who has the unit\'s credit and commission when the parties quarrel.'], null, '003 §(五)4'), options: forfeits },
  refusal_effect: { ...about(['不服裁定', 'If the ruling is refused'], ['拒不服从裁定时归谁。', 'Who has them when a party refuses the ruling.'], null, '003 §(五)4'), options: forfeits },
  freeze: about(['争议期间冻结', 'Frozen while disputed'], ['有争议时提成先不发。', 'Nothing is paid out while a dispute is open.'], ['是。', 'Yes.']),
  window: { ...about(['争议时限', 'Time to dispute'], ['多久内可以提出争议。', 'How long a dispute may be raised.'], ['180 天。', '180 days.']), ...unlimited },
  opens_by_itself: about(['重复建档即立案', 'A second registration opens a case'], ['别人名下有效的客户又被登记时，系统自动立案。', 'When somebody registers a customer whose claim is another\'s, a dispute opens by itself.'], null, '003 §(五)1'),
  negotiate_within: { ...about(['协商时限', 'Time to agree'], ['双方多久内协商，过后自动升级。按工作日、营业时间计算。', 'How long the parties have to agree before it moves up by itself. Counted in working days and hours.'], null, '003 §(五)4'), ...unlimited },
  mediate_within: { ...about(['调解时限', 'Time to mediate'], ['部门或主管多久内调解，过后自动升级。', 'How long the department or the supervisor has to mediate before it moves up by itself.'], null, '003 §(五)4'), ...unlimited },
  decide_within: { ...about(['裁定时限', 'Time to decide'], ['经理多久内裁定，过后提醒一次。', 'How long the manager has to decide; then they are reminded once.'], null, '003 §(五)4'), ...unlimited },
  holds_claims: about(['争议期间归属不失效', 'Claims hold while disputed'], ['争议未结时，该客户的归属不因到期而失效。', 'While a dispute is open the customer\'s claims do not lapse.'], ['照常失效。', 'They lapse as always.']),
  appeal_within: { ...about(['申诉期限', 'Time to appeal'], ['裁定后多久内可以申诉一次。', 'How long a ruling may be appealed, once.'], ['不得申诉。', 'No appeal.']), ...unlimited },
  appeal_to: { ...about(['申诉由谁复核', 'Who hears appeals'], ['谁复核申诉；不能是作出裁定的人。', 'Who hears an appeal; never the one who ruled.'], ['上一级主管。', 'The next superior.']), options: roles },
  override_roles: { ...about(['谁可破例裁定', 'Who may overrule'], ['制度没有写到的情形，谁可以裁定；每次都须写明理由。', 'Who decides what the rules do not cover; always with a reason.'], ['不得私下改判。', 'No private re-judging.'], '003 §(五)4'), options: roles },
  own_team: {
    ...about(['本组人员的争议', 'Disputes of one\'s own team'], ['裁定人自己小组的成员是当事人时，能否由其裁定、处理或复核。', 'Whether somebody rules on, settles or hears a case to which a member of their own team is party.'], ['只裁两边都是本组的。', 'Only where both sides are of the team.']),
    options: { rules: say('可以裁定', 'They may'), rules_within: say('各方都是本组人员时可以', 'Only where all parties are of the team'), never: say('不得裁定', 'They may not') },
  },
  penalty_severity_role: { ...about(['谁定情节轻重', 'Who grades severity'], ['违规情节是一般还是严重，由谁认定。', 'Who says whether a violation is ordinary or serious.'], null, '003 §(二)4'), options: { manager: roles.manager, supervisor: roles.supervisor } },
  penalty_appeal_within: { ...about(['处罚申诉期限', 'Time to appeal a penalty'], ['处罚后多久内本人可以申诉一次。', 'How long the agent may appeal a penalty, once.'], ['不得申诉。', 'No appeal.']), ...unlimited },
  penalty_appeal_to: { ...about(['处罚申诉由谁复核', 'Who hears appeals of penalties'], ['谁复核；不能是开出处罚的人。', 'Who hears it; never the one who issued it.'], ['上一级主管。', 'The next superior.']), options: roles },
};
