import type { rotation } from '../values/rotation';
import { absenceWords, channelWords, floorRoleWords } from './shared-words';
import { about, forTheRecord, part, say, unset, type GroupWords } from './wording';

/** Rulebook 3.1 in words. */
export const rotationWords: GroupWords<typeof rotation> = {
  order_basis: {
    ...about(['排轮依据', 'What the line is built from'], ['每天的接待顺序从哪里来：固定的顺序表、签到先后、新客户多少，或由经理排定。', 'Where the day\'s order comes from: a fixed rotation list, who signs in first, who has had fewest new customers, or the manager.'],
      ['按签到先后；新客户少者先接；经理点名签到；自己签到；按权重。', 'By sign-in; fewest new customers first; checked in by the manager or by themselves; weighted.'], '003 §(二)1'),
    options: {
      fixed_roster: say('固定顺序表', 'Fixed rotation list'), daily_signin: say('当天签到先后', 'Sign-in order of the day'), manager_checkin: say('经理点名签到', 'Checked in by the manager'), self_checkin: say('自己签到', 'Self check-in'),
      least_new_customers: say('新客户少者先接', 'Fewest new customers first'), weighted: say('按权重', 'Weighted'), random: say('抽签', 'By lot'), manual: say('经理排定', 'Set by the manager'),
    },
  },
  tie_break: {
    ...about(['并列时先后', 'Ties'], ['按依据分不出先后时谁在前。', 'Who goes first where the basis leaves two agents level.'], null),
    options: { roster: say('按顺序表', 'By the list'), earliest_signin: say('先签到者', 'Earliest sign-in'), longest_wait: say('等得最久者', 'Longest wait'), random: say('抽签', 'By lot') },
  },
  queues: {
    ...about(['轮序', 'Lines'], ['有几条轮序，各负责哪些渠道。每个渠道只归一条轮序。', 'How many lines there are and which channels each serves. A channel belongs to one line only.'],
      ['来电单列一条。', 'Calls apart.'], '000 §2'),
    of: { id: part('名称', 'Name'), channels: { ...part('渠道', 'Channels'), options: channelWords } },
  },
  places: {
    ...about(['轮序中的位置', 'Who holds a place'], ['轮序里一个位置是一位顾问，还是一个小组或一家代理公司：小组之间轮流，组内再按顺序接待；没有小组的顾问自占一位。改动从下一次开门起算。', 'Whether a place of the line is one agent\'s, or a team\'s or agency\'s: teams take turns, and within a team its agents do; who is in no team holds a place of their own. A change holds from the next opening of the day.'],
      ['两组轮流；两家代理公司轮流；一组占一个位置。', 'Two teams alternating; two agencies; a team holds one place.']),
    options: { each_agent: say('每位顾问一个位置', 'Each agent'), each_team: say('每个小组或代理公司一个位置', 'Each team or agency') },
  },
  team_channels: {
    ...about(['小组负责的渠道', 'Channels of a team'], ['哪些小组或代理公司只接某些渠道；没有列出的，每条轮序都排。改动从下一次开门起算。', 'Teams or agencies that serve certain channels only; those not listed stand in every line. A change holds from the next opening of the day.'], ['各组各有一条轮序。', 'A line for each team.']),
    of: { team: part('小组或代理公司', 'Team or agency'), channels: { ...part('渠道', 'Channels'), options: channelWords } },
  },
  reset: {
    ...about(['重新开始', 'Starting over'], ['轮序接着昨天的走，还是定期从头排。', 'Whether the line goes on from yesterday or begins anew from time to time.'], ['每天重排。', 'Daily.']),
    options: { never: say('一直接着走', 'Never'), daily: say('每天', 'Daily'), weekly: say('每周', 'Weekly'), per_campaign: say('每次活动', 'Each campaign') },
  },
  advance: {
    ...about(['接待之后', 'After a turn'], ['接过一次有效接待后，顺序怎样往下走：按固定顺序轮到下一位，或接待的人排到队尾。', 'How the line moves after a counted reception: on to the next in the fixed order, or the receiver goes to the tail.'], ['排到队尾。', 'To the tail.'], '002 §7 “按原顺序”'),
    options: { cyclic_pointer: say('按固定顺序轮到下一位', 'The next in the fixed order'), to_tail: say('接待的人排到队尾', 'The receiver goes to the tail') },
  },
  last_in_order: {
    ...about(['“当前顺序最末”', '“Last in the current order”'], ['市调和协助接待由“最末一位”负责时，指哪一位。', 'Who is meant where the last in order takes a survey or assists.'], null, '002 §4, §8 · I-LAST'),
    options: { farthest_present_free: say('在场空闲者中离队首最远的', 'Farthest from the head among those here and free'), farthest_present: say('在场者中离队首最远的', 'Farthest from the head among those here'), roster_tail: say('顺序表最后一位', 'The last of the list') },
  },
  out_of_turn_counted: {
    ...about(['提前接待且计次', 'Counted out of turn'], ['还没轮到就有效接待了客户，怎样抵扣。', 'What it costs to make a counted reception before one\'s turn.'], ['算提前用掉，不另补。', 'An early turn without make-up.'], 'I-OOT'),
    options: { consume_next_turn: say('用掉自己的下一轮', 'Uses up the next turn'), to_tail_now: say('立即排到队尾', 'Goes to the tail at once') },
  },
  unavailable_when: {
    ...about(['不能接待的情形', 'Who is passed by'], ['轮到时处于这些情形的人，跳过不接。', 'An agent in one of these states is passed when their turn comes.'], ['有逾期跟进、有约客；正接待老客户。', 'Overdue follow-ups or an expected guest; serving a known customer.'], '003 §(二)3, 000 §12'),
    options: {
      away: say('外出', 'Out'), busy: say('正在接待', 'Receiving'), break: say('休息中', 'On a break'), suspended: say('停接', 'Suspended'), uncertified: say('尚不能独立接待', 'Not certified yet'),
      overdue_followups: say('有逾期跟进', 'Overdue follow-ups'), pending_guest: say('有约好的客户要到', 'Expects a guest'), has_returning_customer: say('正在接待老客户', 'Serving a known customer'), at_limit: say('已到上限', 'At a limit'),
    },
  },
  guest_before_minutes: { ...about(['约客提前多久不轮', 'Before a guest is due'], ['上一项选了“有约好的客户要到”时，约定时间前多久起轮到也跳过。', 'Where expecting a guest passes an agent by, how long before the hour agreed on it begins.']), unit: say('分钟', 'minutes') },
  guest_after_minutes: { ...about(['约客过时多久仍不轮', 'After a guest was due'], ['过了约定时间客户还没到，再等多久才重新轮接。', 'How long after the hour agreed on an agent still waits for a guest who has not come.']), unit: say('分钟', 'minutes') },
  passed_over_effect: {
    ...about(['轮空的后果', 'What being passed costs'], ['轮到时因某个原因没接上，位置保留、算轮空，还是记一次补接。没列出的原因按补接规则处理。', 'Whether an agent passed for a reason keeps the place, misses the turn, or earns a make-up turn. Reasons not listed follow the make-up rules.'],
      ['用餐、交房、约客保留位置；办自己的手续算轮空。', 'Breaks, hand-overs and appointments keep the place; own paperwork misses the turn.'], '002 §7, 003 §(二)3'),
    keys: { ...absenceWords, suspended: say('停接', 'Suspended'), uncertified: say('尚不能独立接待', 'Not certified yet'), not_accepted: say('没有按时接受', 'Did not accept in time'), overdue_followups: say('有逾期跟进', 'Overdue follow-ups'), pending_guest: say('有约好的客户要到', 'Expects a guest') },
    options: { keep_place: say('保留位置', 'Keeps the place'), lose_turn: say('算轮空', 'Misses the turn'), credit: say('记补接', 'Earns a make-up turn') },
  },
  standby_positions: { ...about(['候接位数', 'Standby places'], ['前面的人接待时，几位须坐在前台候接。', 'How many agents sit ready at the desk while others receive.'], ['四位并连带负责。', 'Four, answerable for each other.'], '003 §(二)2'), unit: say('位', 'agents') },
  standby_chain: forTheRecord(about(['候接连带责任', 'Standby answers for each other'], ['候接的人不在位时，后面的人是否一并负责。', 'Whether those behind answer for one who is not in place.'], ['是。', 'Yes.'])),
  door_duty: {
    ...about(['门岗', 'Door duty'], ['是否轮流站门岗，从哪头排，站岗错过的轮次补不补。', 'Whether agents take turns at the door, from which end, and whether turns missed there are made up.'], ['按签到倒序。', 'In reverse sign-in order.']),
    of: { enabled: part('设门岗', 'Door duty'), order: { ...part('顺序', 'Order'), options: { forward: say('顺序', 'Forward'), reverse: say('倒序', 'Reverse') } }, makeup: part('补接', 'Made up') },
  },
  hours_that_count: {
    ...about(['计次时间', 'Hours that count'], ['在这段时间以外来访的客户计不计次。', 'Whether visitors outside these hours count.'], ['时间外不计。', 'Outside does not count.']),
    of: { open: { ...part('开始', 'From'), ...unset }, close: { ...part('结束', 'To'), ...unset }, count_outside: part('时间外也计次', 'Outside counts too') },
  },
  undo_window: { ...about(['撤销时限', 'Time to undo'], ['前台确认来访后，多久以内可以撤销。', 'How long the desk can take an arrival back.'], ['2 分钟。', 'Two minutes.']), nothing: say('不能撤销', 'Cannot be undone') },
  rejoin_requires: {
    ...about(['重新排队的条件', 'Before rejoining the line'], ['接待结束后须先做到这些，才回到轮序。', 'What must be done after a reception before the agent is in the line again.'], ['保存记录、经理放行。', 'Record saved, released by the manager.']),
    options: { record_saved: say('来访登记已填好', 'Visit record saved'), manager_release: say('经理放行', 'Released by a manager') },
  },
  max_parallel_customers: { ...about(['同时接待组数', 'Parties at a time'], ['一位顾问最多同时接待几组客户。', 'How many parties one agent may receive at once.'], null), nothing: say('一组', 'One'), unit: say('组', 'parties') },
  block_new_while_serving_old: about(['接待老客户时不接新客户', 'No new customer while serving a known one'], ['允许同时接待几组时，手上有老客户就不再派新客户。', 'Where several parties are allowed, an agent with a known customer is given no new one.'], ['是。', 'Yes.']),
  claim_window: { ...about(['接受时限', 'Time to accept'], ['派给顾问后多久内要接受，过时转给下一位。', 'How long an agent has to accept before the party goes to the next.'], ['有。', 'Yes.']), nothing: say('不需接受', 'No acceptance needed') },
  night_pause: { ...about(['夜间暂停', 'Night pause'], ['夜里这段时间视为营业时间以外。', 'These hours of the night are outside the office\'s hours.'], ['有。', 'Yes.']), ...unset, of: { from: part('从', 'From'), to: part('到', 'To') } },
  default_weight: { ...forTheRecord(about(['默认权重', 'Usual weight'], ['按权重排轮时，没有单独设定的人占多大份额，100 为一份。', 'The share of somebody without a weight of their own, where the line is weighted; 100 is one share.'], ['50 或 200。', '50 or 200.'])), unit: say('%', '%') },
  supervisor: { ...about(['轮序监督', 'Who watches the order'], ['谁负责监督轮序。', 'Who sees to it that the order is kept.'], ['当天值日；看台人。', 'Monitor of the day; a spotter.'], '002 §11'), options: floorRoleWords },
  late_signin: {
    ...about(['迟到', 'Lateness'], ['迟到签到的后果。', 'What signing in late costs.'], ['罚款 10 元。', 'A fine of ¥10.']),
    options: { none: say('无', 'Nothing'), tail: say('排到队尾', 'The tail'), skip_n: say('跳过几轮', 'Some turns'), fine: say('罚款', 'A fine') },
  },
  late_after: { ...about(['迟到时间', 'Late after'], ['几点以后签到算迟到。', 'Signing in after this time is late.']), ...unset },
  late_skip_turns: { ...about(['迟到跳过轮数', 'Turns lost by lateness'], ['迟到时跳过几轮。', 'How many turns lateness costs.']), unit: say('轮', 'turns') },
  late_fine_yuan: { ...about(['迟到罚款', 'Fine for lateness'], ['迟到罚款多少。', 'What lateness costs in money.'], ['10 元。', '¥10.']), unit: say('元', '¥') },
  minimum_on_duty: { ...about(['岗位上至少留人', 'Who must stay on the post'], ['用餐和休息时岗位上至少留几位。', 'How many must stay while others eat or rest.'], null, '002 篇1 4.3.7'), unit: say('位', 'agents') },
  below_minimum: { ...about(['留人不足时用餐', 'A meal that leaves too few'], ['岗位上留人不足时，能不能让人去用餐或休息。', 'Whether somebody may go to a meal or rest when too few would stay.'], null, '002 篇1 4.3.7'), options: { refused: say('不能', 'Refused'), manager_may: say('须由经理登记', 'Only entered by a manager') } },
};

