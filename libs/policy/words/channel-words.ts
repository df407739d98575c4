import type { channel } from '../values/attribution';
import { about, forTheRecord, say, unlimited, unset, type GroupWords } from './wording';

/** Rulebook 3.8 in words. The three written rules say nothing of channels. */
export const channelWords: GroupWords<typeof channel> = {
  mode: {
    ...about(['渠道归属方式', 'How a channel earns a customer'], ['渠道凭报备还是带看取得客户，成交时仍有效才算。报备＋成交：报备即受保护；报备＋带看＋成交：报备后首次到访须陪同；带看＋成交：报备只作记录，带来没有归属的客户即取得；带看为准：带来别的渠道报备的客户也取得。', 'Whether registering or escorting earns a customer, who is the channel\'s as long as that holds at the deal. Registration and deal: registering protects; with visit: the first visit must be escorted; visit and deal: a registration is only kept, and bringing a customer nobody has earns them; the visit wins: so does bringing one another channel registered.'], ['报备加带看加成交；先到访者为准。', 'Registration, visit and deal together; whoever brings the visit.']),
    options: { none: say('没有渠道', 'No channels'), report_deal: say('报备＋成交', 'Registration and deal'), report_visit_deal: say('报备＋带看＋成交', 'Registration, visit and deal'), visit_deal: say('带看＋成交', 'Visit and deal'), visit_wins: say('带看为准', 'The visit wins') },
  },
  report_protect: { ...about(['报备保护期', 'Protection of a registration'], ['报备后多久内受保护。', 'How long a registration protects the channel.'], ['几小时到几天，或到当天某个钟点。', 'Hours to days, or until a time of day.']), ...unset },
  visit_protect: { ...about(['带看保护期', 'Protection of a visit'], ['带看后多久内受保护；方式为“报备＋成交”时不用。', 'How long a showing protects the channel; not used by registration and deal.'], ['按级别规定。', 'Set by class.']), ...unset },
  deal_protect: { ...about(['成交保护期', 'Protection of a deal'], ['下定后多久内须签约，期间保护不失效。', 'How long after a deposit the contract must follow; protection holds until then.']), ...unset },
  performance_protect: { ...about(['业绩保护期', 'Protection of the credit'], ['成交后多久内渠道的业绩不得改判。', 'How long after the deal a channel\'s credit is not judged again.']), ...unset },
  hard_cap: { ...about(['保护最长期限', 'Protection at the very longest'], ['不论怎样延续，最长多久。', 'Where protection ends however often it is renewed.']), ...unlimited },
  lead_time: { ...about(['提前报备', 'Registered ahead by'], ['首次到访前至少提前多久报备，不够早的按自然到访。', 'How long before the first visit a registration must be made; later ones make it a walk-in.'], ['30 分钟。', 'Thirty minutes.']), ...unset },
  must_escort: about(['须亲自带看', 'Must escort'], ['首次到访渠道须陪同，前台登记时选“渠道带看”；没有陪同的按自然到访。', 'The channel must come with the customer on the first visit, which the desk enters as escorted; else it is a walk-in.'], ['是。', 'Yes.']),
  geofence_metres: { ...forTheRecord(about(['签到范围', 'Check-in distance'], ['带看签到须在项目多少米以内。', 'How near the project a check-in must be made.'], ['1,000 米。', '1,000 metres.'])), ...unlimited, unit: say('米', 'metres') },
  quota_day: { ...about(['每日报备上限', 'Registrations a day'], ['每人每天最多报备几位。', 'How many customers one broker may register a day.'], ['有。', 'Yes.']), ...unlimited, unit: say('位', 'customers') },
  quota_month: { ...about(['每月报备上限', 'Registrations a month'], ['每人每月最多报备几位。', 'How many customers one broker may register a month.'], ['有。', 'Yes.']), ...unlimited, unit: say('位', 'customers') },
  prior_contact_lookback: { ...about(['此前接触追溯', 'Earlier contact counts for'], ['报备前多久内来访过的客户不算渠道客户。', 'Customers who came within this time before the registration are not the channel\'s.'], ['7 天；来过即不算。', 'Seven days; or ever.']), nothing: say('来过即不算', 'Ever') },
  renew: {
    ...about(['到期续报', 'Renewal'], ['保护期过后怎样再报备。', 'How a customer is registered again afterwards.'], ['须本人到场。', 'In person.']),
    options: { auto: say('自动续', 'By itself'), re_report_if_unclaimed: say('无人认领可再报', 'Again, if nobody claimed them'), in_person: say('须到场', 'In person') },
  },
  scope: { ...about(['保护范围', 'Where it protects'], ['只在本项目有效，还是全公司有效。', 'In this project only, or in the whole company.'], ['本项目。', 'The project.']), options: { project: say('本项目', 'This project'), company: say('全公司', 'The company') } },
  several_partners: { ...forTheRecord(about(['多家渠道报备', 'Several channels'], ['同一客户多家渠道都报备时归谁。', 'Whose a customer is whom several channels registered.'], ['平分。', 'Equal shares.'])), options: { first: say('先报者', 'The first'), last: say('后报者', 'The last'), equal: say('平分', 'Equal shares') } },
  missing_data: {
    ...forTheRecord(about(['报备信息不全', 'If data are missing'], ['报备缺少信息时怎样处理。', 'What becomes of an incomplete registration.'], ['按自然到访。', 'Treated as an unrepresented walk-in.'])),
    options: { natural_visit: say('按自然到访', 'An unrepresented walk-in'), pending: say('暂存', 'Pending'), reject: say('退回', 'Sent back') },
  },
  confirm: { ...forTheRecord(about(['报备由谁确认', 'Who confirms'], ['报备是否有效由谁确认。', 'Who confirms that a registration holds.'], ['有自动、案场、开发商三种。', 'All three occur.'])), options: { auto: say('自动', 'Nobody'), site: say('案场', 'The sales office'), developer: say('开发商', 'The developer') } },
  fresh_after: { ...forTheRecord(about(['多久后算新客户', 'New again after'], ['多久没有往来的客户，渠道可以当新客户报备。', 'After how long without contact a channel may register a customer as new.'], ['3 个月。', 'Three months.'])), ...unset },
};
