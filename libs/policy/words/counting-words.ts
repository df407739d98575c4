import type { counting, makeup } from '../values/rotation';
import { absenceWords, floorRoleWords } from './shared-words';
import { about, forTheRecord, part, say, unlimited, unset, type GroupWords } from './wording';

/** Rulebook 3.2 in words. What counts is said row by row in the reception table (P21). */
export const countingWords: GroupWords<typeof counting> = {
  classes: {
    ...about(['来访类别', 'Visitor classes'], ['来访分哪几类，哪些算新客户。接待规则给每位来访一个类别。', 'The classes of visitors and which of them are new customers. The reception rules give each arrival one.'],
      ['开发商介绍、公共客户；非营业时间；渠道带看；业主与非业主介绍。', 'Introduced by the developer, public customers; off hours; escorted by a channel; referred by buyers or others.'], '002 §4–9, 003 §(五)3'),
    of: { id: part('代号', 'Id'), zh: part('中文名称', 'Chinese name'), en: part('英文名称', 'English name'), new_customer: part('算新客户', 'A new customer') },
  },
  reversal_proof: {
    ...about(['改为不计的证明', 'Proof that it does not count'], ['接待中发现来人是同行或无关人员，要怎样向经理证明才不计次。', 'How it is proved to the manager that a visitor was a competitor or unrelated, so that the reception does not count.'], null, '002 §6'),
    options: { joint: say('顾问与来人一同证明', 'Agent and visitor together'), agent_only: say('顾问说明即可', 'The agent\'s word'), none: say('不接受', 'Not possible') },
  },
  reversal_approver: { ...about(['改为不计由谁裁定', 'Who rules on it'], ['谁裁定一次接待不计次。', 'Who decides that a reception does not count.'], null, '002 §6'), options: floorRoleWords },
  reversal_window: { ...about(['改为不计的时限', 'Time to claim it'], ['接待后多久内可以提出。', 'How long after the reception it can be claimed.']), ...unlimited },
  min_reception_minutes: { ...about(['最短接待时间', 'Shortest reception'], ['少于这么久的接待不计次。', 'A shorter reception does not count.']), ...unset, unit: say('分钟', 'minutes') },
  mandatory_question: forTheRecord(about(['必问', 'The question that must be asked'], ['每位来访须先问是否来过、是否联系过顾问。', 'Every visitor is asked first whether they came before or had contact with an agent.'], null, '002 §1, 003 §(二)5')),
  question_not_asked: {
    ...forTheRecord(about(['没问的后果', 'If it is not asked'], ['没有问就接待，后果是什么。', 'What it costs to receive without asking.'], ['算轮空一次。', 'A turn.'])),
    options: { none: say('无', 'Nothing'), lose_turn: say('轮空一次', 'A turn') },
  },
  new_after_inactive: { ...about(['多久没联系算新客户', 'New again after'], ['登记过的客户多久没有联系，再来就当新客户。', 'How long after the last contact a registered customer is a new one again.'], ['1 个月；3 个月。', 'One month; three months.']), nothing: say('一直是老客户', 'Never') },
};

/** Rulebook 3.3 in words. */
export const makeupWords: GroupWords<typeof makeup> = {
  reasons: {
    ...about(['可补接的原因', 'What earns a make-up turn'], ['因这些原因轮空，记一次补接。', 'A turn missed for one of these reasons is made up.'],
      ['热线、接同事客户、指派工作、陪同参观；洗手间、市调、用餐、外展；代接电话；主动协助。', 'Hotline, a colleague\'s customer, assigned work, VIP tours; restroom, surveys, lunch, fairs; answering another\'s call; helping of one\'s own accord.'], '002 §6–7, 003 §(二)3'),
    options: { ...absenceWords, proved_unrelated: say('来人已证实无关', 'The visitor proved unrelated'), answered_anothers_call: say('代接他人来电', 'Answered another\'s call'), voluntary_assist: say('主动协助', 'Helped of their own accord') },
  },
  denied_reasons: {
    ...about(['不予补接的原因', 'What earns none'], ['因这些原因轮空，不补。', 'A turn missed for one of these reasons is lost.'], ['请假、办手续、开发商介绍、售后；接待自己的客户。', 'Leave, paperwork, the developer\'s introductions, after-sales; serving one\'s own customers.'], '002 §7'),
    options: { ...absenceWords, developer_intro_buyer: say('接待开发商介绍的客户', 'The developer\'s buyer'), own_return_visit: say('接待自己的复访客户', 'Own return visit') },
  },
  quantity: {
    ...about(['补几次', 'How many'], ['一次外出错过几轮时补几次。', 'How many turns are made up after one absence.'], null, '002 §7, 003 §(二)3'),
    options: { one_per_absence: say('一次外出补一次', 'One an absence'), n_missed: say('错过几轮补几次', 'As many as were missed'), cap: say('有上限', 'Up to a limit') },
  },
  cap: { ...about(['补接上限', 'Most make-up turns'], ['一次外出最多补几次。', 'The most that are made up after one absence.']), ...unset, unit: say('次', 'turns') },
  customer_class: {
    ...about(['补接的客户', 'Which customers'], ['补接用于下一批任何客户，还是只用于新客户。', 'Whether the next party of any kind makes up for it, or only a new customer.'], ['只限新客户。', 'New only.'], '002 §7, 003 §(二)3'),
    options: { any_batch: say('第一批客户', 'The first party of any kind'), new_only: say('只限新客户', 'New customers only') },
  },
  timing: {
    ...about(['何时补', 'When'], ['回来后下一位客户就补，还是下一轮再补。', 'With the next arrival, or in the next round.'], ['下一位。', 'The next arrival.'], '002 §7 · I-CREDIT'),
    options: { next_arrival: say('下一位客户', 'The next arrival'), next_round: say('下一轮', 'The next round') },
  },
  expiry: {
    ...about(['补接有效到', 'How long it is good'], ['没用上的补接什么时候作废。', 'When an unused make-up turn lapses.']),
    options: { never: say('一直有效', 'Always'), end_of_day: say('当天', 'The end of the day'), end_of_week: say('本周', 'The end of the week'), end_of_month: say('本月', 'The end of the month') },
  },
  credit_order: {
    ...about(['几个人都有补接时', 'If several have one'], ['几个人同时有补接可用时谁先补。', 'Who goes first where several have a make-up turn to use.']),
    options: { oldest_first: say('先得者先补', 'The oldest first'), roster: say('按顺序表', 'By the list') },
  },
};
