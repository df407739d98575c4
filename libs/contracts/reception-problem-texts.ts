import type { ProblemTexts } from './problem-text';

/** The wording of what the reception refuses. */
export const receptionProblemTexts: ProblemTexts = {
  day_not_open: {
    zh: { title: '今天还没有开始', detail: '请先由经理开始今天，或请第一位顾问签到。' },
    en: { title: 'The day is not open', detail: 'Ask a manager to open it, or let the first agent sign in.' },
  },
  day_already_open: {
    zh: { title: '今天已经开始', detail: '{date} 已经开始，可以直接签到和接待。' },
    en: { title: 'The day is already open', detail: '{date} is open: sign in and receive.' },
  },
  already_signed_in: {
    zh: { title: '已经签到', detail: '这位顾问今天已在排轮表中。' },
    en: { title: 'Already signed in', detail: 'This agent is in the line today.' },
  },
  agent_not_signed_in: {
    zh: { title: '尚未签到', detail: '这位顾问今天还没有签到，请先签到。' },
    en: { title: 'Not signed in', detail: 'This agent has not signed in today. Sign in first.' },
  },
  still_receiving: {
    zh: { title: '正在接待客户', detail: '请先结束接待，再外出或签退。' },
    en: { title: 'Still receiving', detail: 'End the reception first, then go out or sign out.' },
  },
  already_out: {
    zh: { title: '已经外出', detail: '这位顾问已登记外出，请先登记返回。' },
    en: { title: 'Already out', detail: 'This agent is already out. Mark them back first.' },
  },
  no_door_duty: {
    zh: { title: '没有设门岗', detail: '本处的规则没有轮流站门岗，或今天还没有开始。' },
    en: { title: 'No door duty', detail: 'The office has no door duty in turn, or the day is not open.' },
  },
  not_next_at_door: {
    zh: { title: '还没轮到站门岗', detail: '门岗按顺序轮换，现在轮到别的同事。请按页面上最新的顺序；要调换请经理登记。' },
    en: { title: 'Not their turn at the door', detail: 'Door duty goes round in order, and it is somebody else\'s turn. Go by the order as it now stands, or ask a manager to enter it.' },
  },
  not_out: {
    zh: { title: '没有外出', detail: '这位顾问没有登记外出。' },
    en: { title: 'Not out', detail: 'This agent is not marked out.' },
  },
  nobody_left_on_duty: {
    zh: { title: '岗位上需要留人', detail: '用餐和休息时岗位上至少留 {minimum} 人；现在离开后只剩 {remaining} 人。请等同事回来。' },
    en: { title: 'Somebody must stay on the post', detail: 'At meals and breaks at least {minimum} must stay; {remaining} would remain. Wait for a colleague to come back.' },
  },
  cover_needs_manager: {
    zh: { title: '岗位上需要留人', detail: '用餐和休息时岗位上至少留 {minimum} 人；现在离开后只剩 {remaining} 人。请等同事回来，或请经理、主管为您登记外出。' },
    en: { title: 'Somebody must stay on the post', detail: 'At meals and breaks at least {minimum} must stay; {remaining} would remain. Wait for a colleague, or ask a manager or supervisor to enter it for you.' },
  },
  already_past: {
    zh: { title: '时间已经过去', detail: '请选择现在之后的时间。' },
    en: { title: 'That time has passed', detail: 'Choose a time after now.' },
  },
  impossible_time: {
    zh: { title: '时间不合理', detail: '请检查填写的时间。' },
    en: { title: 'That time cannot be', detail: 'Check the time you entered.' },
  },
  not_suspended: {
    zh: { title: '没有停接', detail: '这位顾问目前没有被停接。' },
    en: { title: 'Not suspended', detail: 'This agent is not suspended.' },
  },
  not_the_line: {
    zh: { title: '排轮表已变化', detail: '当前排轮表有 {size} 人，与提交的不一致。请按最新的排轮表重新调整。' },
    en: { title: 'The line has changed', detail: 'The line now holds {size}, which is not what was sent. Arrange the line as it is now.' },
  },
  reception_not_open: {
    zh: { title: '接待已结束', detail: '这次接待已结束、已撤销或已转给他人。' },
    en: { title: 'The reception is over', detail: 'It has ended, was taken back, or went to somebody else.' },
  },
  duty_not_found: {
    zh: { title: '找不到这件待办', detail: '这次接待可能已撤销，待办随之取消。' },
    en: { title: 'No such duty', detail: 'The reception may have been taken back, and the duty with it.' },
  },
  not_your_duty: {
    zh: { title: '这件待办不是您的', detail: '请由负责的顾问或经理标记完成。' },
    en: { title: 'Not your duty', detail: 'The agent it is on, or a manager, marks it done.' },
  },
  reception_not_found: {
    zh: { title: '找不到这次接待', detail: '它不存在，或不属于本案场。' },
    en: { title: 'No such reception', detail: 'It does not exist, or belongs to another office.' },
  },
  visit_not_found: {
    zh: { title: '找不到这次来访', detail: '它不存在，或不属于本案场。' },
    en: { title: 'No such visit', detail: 'It does not exist, or belongs to another office.' },
  },
  customer_not_found: {
    zh: { title: '找不到这位客户', detail: '客户不存在，或不属于本案场。' },
    en: { title: 'No such customer', detail: 'They do not exist, or belong to another office.' },
  },
  entry_not_found: {
    zh: { title: '登记簿没有这一条', detail: '登记簿中没有第 {entry} 条。' },
    en: { title: 'No such entry', detail: 'The register has no entry {entry}.' },
  },
  not_an_agent_here: {
    zh: { title: '不是本案场在职的顾问', detail: '请从本案场的顾问中选择。' },
    en: { title: 'Not an agent of this office', detail: 'Choose one of this office’s agents.' },
  },
  queue_unknown: {
    zh: { title: '没有这个轮序', detail: '本案场的制度中没有这个轮序，请刷新后重试。' },
    en: { title: 'No such line', detail: 'The rules of this office have no such line. Load the page again.' },
  },
  line_moved: {
    zh: { title: '轮序刚刚变了', detail: '确认期间轮序发生变化，接待人已不是刚才显示的那位。请看过新的结果再确认。' },
    en: { title: 'The line has just moved', detail: 'While you confirmed, the receiver became somebody else. Look at the new decision and confirm again.' },
  },
  phone_known: {
    zh: { title: '这个号码已登记', detail: '号码属于已登记客户 {customer}，归属顾问：{owner}。请按原顾问办理。' },
    en: { title: 'This number is registered', detail: 'It belongs to the customer {customer}, owner: {owner}. Proceed with the owner.' },
  },
  undo_too_late: {
    zh: { title: '已过撤销时间', detail: '可撤销的时间已过，请由经理更正。' },
    en: { title: 'Too late to undo', detail: 'The window to undo is over. Ask a manager for a correction.' },
  },
  already_undone: {
    zh: { title: '已经撤销', detail: '这次来访已被撤销，无需再次操作。' },
    en: { title: 'Already undone', detail: 'This arrival was taken back already.' },
  },
  not_your_reception: {
    zh: { title: '不是您的接待', detail: '只有接待的顾问、前台或经理可以操作。' },
    en: { title: 'Not your reception', detail: 'Only its agent, the desk or a manager may do this.' },
  },
  record_not_saved: {
    zh: { title: '来访登记表还没填完', detail: '按制度须先填写必填项才能重新排队，还有 {count} 项未填。' },
    en: { title: 'The visit form is incomplete', detail: 'The rules require it before you rejoin the line; {count} required fields are empty.' },
  },
  not_the_approver: {
    zh: { title: '由经理裁定', detail: '按制度不计接待由销售经理裁定，请找经理。' },
    en: { title: 'The manager rules on this', detail: 'By the rules the sales manager decides whether a reception counts. Ask your manager.' },
  },
  already_with_owner: {
    zh: { title: '已由原顾问接待', detail: '这位客户已在原顾问手中。' },
    en: { title: 'Already with the owner', detail: 'The owner is the one receiving this customer.' },
  },
  not_counted_already: {
    zh: { title: '这次本来就不计', detail: '这次接待不计有效接待，无需申报。' },
    en: { title: 'Not counted anyway', detail: 'This reception does not count, so there is nothing to reverse.' },
  },
  joint_proof_needed: {
    zh: { title: '需当面共同证明', detail: '按制度须由顾问与来访者一同向经理说明。请在来访者离开前办理。' },
    en: { title: 'Joint proof is needed', detail: 'By the rules agent and visitor state the purpose to the manager together, before the visitor leaves.' },
  },
  reversal_too_late: {
    zh: { title: '已过申报时间', detail: '按制度申报不计接待的时间已过。' },
    en: { title: 'Too late to reverse', detail: 'The time the rules allow for this has passed.' },
  },
  nothing_claimed: {
    zh: { title: '没有待裁定的申报', detail: '这次接待没有待裁定的不计申报。' },
    en: { title: 'Nothing to rule on', detail: 'No claim is open for this reception.' },
  },
  own_case: {
    zh: { title: '不能裁定自己的事', detail: '请由另一位经理裁定。' },
    en: { title: 'Nobody rules on their own case', detail: 'Ask another manager to rule.' },
  },
  not_waiting: {
    zh: { title: '客户不在等候', detail: '这批客户已被接待或已离开。' },
    en: { title: 'Not waiting', detail: 'This party has been received or has left.' },
  },
  still_nobody: {
    zh: { title: '暂时仍无人可接待', detail: '请客户再稍候，有人空闲时会提示。' },
    en: { title: 'Still nobody can receive', detail: 'Ask the party to wait; you are told when somebody is free.' },
  },
  only_for_yourself: {
    zh: { title: '只能为自己登记', detail: '为他人登记请找前台或经理。' },
    en: { title: 'Only for yourself', detail: 'Ask the desk or a manager to do it for somebody else.' },
  },
  manager_signs_in: {
    zh: { title: '由经理点名签到', detail: '按制度由经理为顾问签到，请找经理。' },
    en: { title: 'The manager signs agents in', detail: 'By the rules a manager checks agents in. Ask your manager.' },
  },
  manager_releases: {
    zh: { title: '由经理放行', detail: '按制度接待结束后须经理确认才能重新排队，请找经理。' },
    en: { title: 'A manager releases you', detail: 'By the rules a manager confirms before you rejoin the line after a reception. Ask your manager.' },
  },
  register_immutable: {
    zh: { title: '登记簿不得涂改', detail: '第 {entry} 条不能修改，本次尝试已被记录。如有错误，请另作更正登记。' },
    en: { title: 'The register cannot be altered', detail: 'Entry {entry} stands, and this attempt has been recorded. Enter a correction instead.' },
  },
  makeup_too_few: {
    zh: { title: '补接不够', detail: '要收回 {turns} 次补接，这位顾问只剩 {left} 次。' },
    en: { title: 'Not enough make-up turns', detail: 'Of the {turns} make-up turns to withdraw this agent has {left}.' },
  },
  period_impossible: {
    zh: { title: '日期范围不对', detail: '开始日期不晚于结束日期，最多 {days} 天。' },
    en: { title: 'These days cannot be shown', detail: 'The first day must not be after the last, and there may be at most {days}.' },
  },
  phone_not_yours: {
    zh: { title: '不能查看这位客户的电话', detail: '只有归属有效的顾问和销售经理、主管可以查看。需要联系客户时，请找客户的顾问。' },
    en: { title: 'This phone is not yours to see', detail: 'Only the customer\'s own agent, managers and supervisors see it. Ask the customer\'s agent to get in touch.' },
  },
  phone_not_known: {
    zh: { title: '没有登记电话', detail: '这位客户还没有留下电话。' },
    en: { title: 'No phone was entered', detail: 'This customer has not left a phone number yet.' },
  },
};
