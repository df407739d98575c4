import type { change, commission, escalation, offices, phone, privacy, reminders, reports, requests } from '../values/office';
import { about, part, say, unset, type GroupWords } from './wording';

/** Rulebook 3.9 in words. */
export const phoneWords: GroupWords<typeof phone> = {
  max_rings: { ...about(['几声内接听', 'Answered within'], ['来电响几声之内须接听。', 'Within how many rings a call is answered.'], ['三声内。', 'Three rings.'], '000 §2'), ...unset, unit: say('声', 'rings') },
  max_minutes: { ...about(['通话时长', 'Length of a call'], ['一次通话不超过几分钟。', 'How many minutes a call lasts at most.'], ['3 分钟。', 'Three minutes.'], '000 §7'), ...unset, unit: say('分钟', 'minutes') },
  callback_days: { ...about(['几天内回电', 'Call back within'], ['来电后几天内须回电。', 'Within how many days the caller is called back.'], null, '000 §9'), ...unset, unit: say('天', 'days') },
  uncertified_may_answer: about(['未独立的顾问可接电话', 'Uncertified agents may answer'], ['还不能独立接待的顾问可否接客户来电。', 'Whether agents not yet certified may take customers\' calls.'], null, '000 3.1.6'),
  quiet_hours: { ...about(['客户免打扰时段', 'Quiet hours for customers'], ['这段时间不给客户打电话、发信息；要打先问一次，跟进也不在这段时间里算逾期。', 'Customers are not called or messaged in these hours: it is asked first, and no follow-up becomes overdue in them.']), ...unset, of: { from: part('从', 'From'), until: part('到', 'To') } },
};

export const commissionWords: GroupWords<typeof commission> = {
  rates: {
    ...about(['提成比例', 'Commission rates'], ['成交额达到多少时，每万元提多少。', 'From which amount on, how much of each ¥10,000.'], ['4‰ 或 5‰。', '4‰ or 5‰.']),
    of: { from_yuan: { ...part('成交额起', 'From'), unit: say('元', '¥') }, per_ten_thousand: { ...part('每万元', 'Of each 10,000'), unit: say('元', '¥') } },
  },
  tiers_over: {
    ...about(['比例按什么分档', 'What the tiers are counted over'], ['分档看单套成交额，还是看顾问当月（按大定计提的月份）的累计成交额。', 'Whether a tier is reached by the price of each deal, or by what the agent sold in the month in which its commission begins.']),
    options: { deal: say('每套单独算', 'Each deal alone'), month_so_far: say('按当月累计，达到后的成交用高档', 'The month so far, for deals from then on'), whole_month: say('按当月累计，高档适用于全月', 'The whole month, for all its deals') },
  },
  team_pool_percent: { ...about(['团队池比例', 'Team pool'], ['提成中划入团队池的比例。', 'The part of a commission that goes to the team pool.'], ['25%。', '25%.']), unit: say('%', '%') },
  release: {
    ...about(['发放节点', 'When it is paid'], ['到哪个节点发多少。', 'How much is paid at which milestone.'], ['分两三次，如 70、20、10。', 'In parts, such as 70, 20 and 10.']),
    of: { milestone: { ...part('节点', 'Milestone'), options: { deposit: say('下定', 'Deposit'), contract: say('签约', 'Contract'), receipt: say('回款', 'Money received'), loan: say('放款', 'Loan paid'), delivery: say('交房', 'Delivery') } }, percent: { ...part('比例', 'Share'), unit: say('%', '%') } },
  },
  minimum_receipt_percent: { ...about(['最低回款', 'Least money received'], ['回款达到多少才发提成。', 'How much must have been received before anything is paid.'], ['30%。', '30%.']), unit: say('%', '%') },
  clawback: { ...about(['退房扣回', 'Clawback'], ['退房时已发的提成怎样扣回。', 'What becomes of a paid commission when the deal is cancelled.'], null, '003 §(六)4'), options: { full: say('全部扣回', 'In full'), next_month: say('次月扣', 'From the next month'), none: say('不扣', 'Not at all') } },
  unit_change: { ...about(['换房', 'Unit exchange'], ['换房后提成怎样算。', 'What an exchange of the unit does to the commission.'], null, '003 §(六)1'), options: { recompute: say('重算', 'Counted anew'), keep: say('不变', 'Kept') } },
  departure_cutoff: { ...about(['离职结算', 'On leaving'], ['离职的人拿得到哪些成交的提成。', 'Of which deals somebody who leaves is still paid.'], ['已签约。', 'Those signed.']), options: { signed: say('已签约', 'Signed'), signed_and_paid: say('已签约且已回款', 'Signed and paid') } },
  requires_record: about(['须有登记才发', 'Only with a record'], ['没有登记记录的成交不发提成。', 'Nothing is paid for a deal without a registration.'], ['是。', 'Yes.']),
  floor_mode: { ...about(['分配模式', 'Whose commission'], ['各做各的，还是全员平分。', 'Everybody for themselves, or shared equally.'], ['全员平分。', 'Shared equally.']), options: { competitive: say('各做各的', 'Each their own'), shared_equal: say('全员平分', 'Shared equally') } },
};

export const reportsWords: GroupWords<typeof reports> = {
  schedule: { ...about(['报表', 'Reports'], ['出哪些定期报表。', 'Which regular reports are made.'], null, '003 §(三)6–8'), options: { daily: say('日报', 'Daily'), weekly: say('周报', 'Weekly'), monthly: say('月报', 'Monthly') } },
  at: about(['出报表的时间', 'When they are made'], ['次日、周一、次月几点存档并告知。', 'At what time of the next day, Monday or month they are stored and announced.'], ['9:30。', '9:30.']),
  monthly_day: about(['月报在几号', 'Day of the monthly report'], ['次月几号出月报。', 'The day of the next month on which the monthly report is made.'], ['2 号。', 'The 2nd.']),
};

export const changeWords: GroupWords<typeof change> = {
  effect: {
    ...about(['改制度影响谁', 'Whom new rules concern'], ['新制度只管以后登记的客户，还是现有客户也重算。', 'Whether new rules concern new customers only, or those of today too.'], ['现有客户重算。', 'Those of today are counted anew.']),
    options: { new_only: say('只管新客户', 'New customers only'), active_recomputed: say('现有客户重算', 'Those of today too'), all: say('全部', 'All') },
  },
  deal_tested_on: { ...about(['成交按哪天的制度', 'Which rules a deal falls under'], ['成交按哪一天在行的制度算。', 'The day whose rules a deal falls under.'], ['成交日。', 'The day of the deal.']), options: { deal_date: say('成交日', 'The deal'), registration_date: say('登记日', 'The registration'), visit_date: say('来访日', 'The visit') } },
};

export const escalationWords: GroupWords<typeof escalation> = {
  large_order_units: { ...about(['大单套数', 'A large order'], ['想要几套及以上须在接待结束后立即报告。', 'From how many units on an order is reported right after the reception.'], null, '002 §10 · I-GE3'), ...unset, unit: say('套', 'units') },
  large_order_role: { ...about(['大单报告给', 'Reported to'], ['大单报告给谁。', 'Who is told of a large order.'], null, '002 §10'), options: { manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor') } },
};

export const requestsWords: GroupWords<typeof requests> = {
  simple_within: about(['简单诉求答复时限', 'A simple request'], ['简单的诉求多久内答复；小时和天按工作时间算。', 'Within what time a simple request is answered; hours and days are working time.'], ['2 小时。', 'Two hours.'], '001'),
  complex_within: about(['复杂诉求答复时限', 'A complex request'], ['复杂的诉求多久内答复；小时和天按工作时间算。', 'Within what time a complex request is answered; hours and days are working time.'], ['24 小时。', '24 hours.'], '001'),
  investigate_within: about(['投诉核查时限', 'Investigating a complaint'], ['收到投诉后多久内核查清楚。', 'Within what time a complaint is investigated.'], ['1 个工作日。', 'One working day.'], '003 篇十一 五'),
  complaint_answer_within: about(['投诉答复时限', 'Answering a complaint'], ['收到投诉后最迟多久答复；与上面的时限相比，先到者为准。', 'Within what time a complaint is answered; of this and the time promised above the earlier one binds.'], ['2 个工作日。', 'Two working days.'], '003 篇十一 五'),
  call_back_within: about(['回访时限', 'Calling back'], ['答复后多久内回访客户是否满意。', 'Within what time after the answer the customer is asked whether they are satisfied.'], null, '004'),
  rule_within: about(['认定时限', 'Ruling on a complaint'], ['回访后多久内认定投诉是否属实。', 'Within what time after the call-back it is said whether a complaint is upheld.'], null, '003 篇十一 七'),
  told: { ...about(['逾期依次告知', 'Whom an overdue step is told to'], ['一步逾期后，依次告知谁。', 'Who is told one after the other that a step is overdue.'], null, '004'), options: { owner: say('经办人', 'Its owner'), supervisor: say('销售主管', 'Sales supervisor'), manager: say('销售经理', 'Sales manager') } },
  told_next_after: about(['多久后告知下一位', 'The next one is told after'], ['告知一位后仍未办，多久后告知下一位。', 'How long after one was told the next is told, where it is still not done.'], null, '004'),
  ruled_by: { ...about(['投诉由谁认定', 'Who rules on a complaint'], ['谁认定投诉是否属实；被投诉的人不得认定。', 'Who says whether a complaint is upheld; never the one it is about.'], null, '003 篇十一 七'), options: { admin: say('管理员', 'Admin'), manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor') } },
};

export const remindersWords: GroupWords<typeof reminders> = {
  quiet_hours: {
    ...about(['免打扰时段', 'Quiet hours'], ['这段时间不发邮件提醒，过后补发。', 'No reminder is mailed in these hours; what came up is sent after them.'], ['没有。', 'None.']), ...unset,
    of: { from: part('从', 'From'), until: part('到', 'Until') },
  },
};

export const officesWords: GroupWords<typeof offices> = {
  roles: {
    ...about(['岗位对应', 'Who is who'], ['制度里的称呼在本系统中由哪个岗位担任。', 'Which role of this product plays each title of the written rules.'], ['各家称呼不同。', 'Titles differ everywhere.'], '002 §11, 003 §(五)4'),
    keys: { sales_manager: say('销售经理', 'Sales manager'), sales_supervisor: say('销售主任', 'Sales supervisor'), department_manager: say('部门经理', 'Department manager'), project_head: say('项目经理', 'Project head'), clerk: say('内业', 'Sales clerk'), reception: say('前台', 'Reception') },
    options: { admin: say('管理员', 'Admin'), manager: say('经理', 'Manager'), supervisor: say('主管', 'Supervisor'), desk: say('前台', 'Desk'), agent: say('置业顾问', 'Agent'), finance: say('财务', 'Finance') },
  },
};

export const privacyWords: GroupWords<typeof privacy> = {
  verdict_view: { ...about(['判定公开到哪里', 'How much of a verdict is shown'], ['旁人能看到全部理由，还是只看结论。', 'Whether others see all reasons, or the conclusion only.'], ['只看结论。', 'The conclusion only.']), options: { full: say('全部理由', 'All reasons'), conclusion_only: say('只看结论', 'The conclusion only') } },
};
