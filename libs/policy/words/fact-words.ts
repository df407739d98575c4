import type { choiceFacts} from '@lunjie/contracts';
import { type Both, type ChoiceFact, type NumberFact } from '@lunjie/contracts';
import { say } from './wording';

/** A fact's value: the choice in the editor, and the clause it makes in a sentence ("the customer asks for another agent"). */
export interface FactValueWords {
  readonly label: Both;
  readonly clause: Both;
}

export interface ChoiceFactWords<F extends ChoiceFact = ChoiceFact> {
  readonly label: Both;
  readonly values: Readonly<Record<(typeof choiceFacts)[F][number], FactValueWords>>;
}

const value = (zh: string, en: string, clauseZh: string, clauseEn: string): FactValueWords => ({ label: say(zh, en), clause: say(clauseZh, clauseEn) });

const presence = (zh: string, en: string) => ({
  none: value('没有', 'None', `没有${zh}`, `there is no ${en}`), free: value('在场空闲', 'Here and free', `${zh}在场空闲`, `the ${en} is here and free`),
  busy: value('在场忙碌', 'Here but busy', `${zh}在场但忙碌`, `the ${en} is here but busy`), absent: value('不在场', 'Not here', `${zh}不在场`, `the ${en} is not here`),
});
const due = (zh: string, en: string) => ({ yes: value('是', 'Yes', `正轮到${zh}`, `it is the ${en}'s turn`), no: value('否', 'No', `未轮到${zh}`, `it is not the ${en}'s turn`) });

/** The vocabulary of facts in words. A fact or a value without words does not compile. */
export const factWords: { readonly [F in ChoiceFact]: ChoiceFactWords<F> } = {
  channel: { label: say('方式', 'Channel'), values: { visit: value('到访', 'Visit', '客户到访', 'the customer visits'), call: value('来电', 'Call', '客户来电', 'the customer calls') } },
  hours: { label: say('营业时间', 'Hours'), values: { open: value('营业中', 'Open', '在营业时间内', 'the office is open'), closed: value('营业时间外', 'Closed', '在营业时间外', 'it is outside hours') } },
  purpose: { label: say('来意', 'Purpose'), values: {
    visit: value('看房', 'To see the project', '客户来看房', 'the customer comes to see the project'), market_survey: value('同行市调', 'Competitor survey', '来人表明是同行市调', 'the visitor says it is a competitor survey'),
    directions: value('问路', 'Directions', '来人问路', 'the visitor asks the way'), looking_for_staff: value('找人', 'Looking for somebody', '来人找人', 'the visitor looks for somebody'),
    after_sale: value('售后', 'After-sales', '客户来办售后', 'the customer comes for after-sales'), vip_tour: value('贵宾参观', 'VIP tour', '贵宾参观', 'it is a VIP tour'), event: value('活动', 'Event', '客户来参加活动', 'the customer comes to an event'),
  } },
  first_visit: { label: say('首次到访', 'First visit'), values: {
    yes: value('是', 'Yes', '客户说是首次到访', 'the customer says it is their first visit'), no: value('否', 'No', '客户说来过', 'the customer says they came before'), unclear: value('不确定', 'Unclear', '客户说不清是否来过', 'the customer does not know whether they came before'),
  } },
  earlier_contact: { label: say('以前联系过', 'Earlier contact'), values: {
    none: value('没有', 'None', '客户说没有联系过', 'the customer says they had no contact'), phone: value('打过电话', 'By phone', '客户说打过电话', 'the customer says they phoned'),
    visit: value('来过', 'By a visit', '客户说来访过', 'the customer says they visited'), not_said: value('没有说', 'Not said', '客户没有说是否联系过', 'the customer does not say whether they had contact'),
  } },
  named: { label: say('说出的顾问', 'Agents named'), values: {
    none: value('没有', 'None', '客户没有说出顾问', 'the customer names no agent'), one: value('一位', 'One', '客户说出一位顾问', 'the customer names an agent'),
    several: value('多位', 'Several', '客户说出多位顾问', 'the customer names several agents'), forgot: value('忘记了', 'Forgot', '客户忘记了顾问', 'the customer forgot the agent'),
  } },
  named_presence: { label: say('说出的顾问此刻', 'Named agent now'), values: presence('说出的顾问', 'named agent') },
  requested: { label: say('指定', 'Asks for'), values: {
    none: value('没有', 'Nobody', '客户没有指定顾问', 'the customer asks for nobody'), owner: value('原顾问', 'The owner', '客户指定原顾问', 'the customer asks for the owner'), other: value('其他顾问', 'Another agent', '客户指定其他顾问', 'the customer asks for another agent'),
  } },
  requested_presence: { label: say('指定的顾问此刻', 'Requested agent now'), values: presence('指定的顾问', 'requested agent') },
  requested_due: { label: say('正轮到指定的顾问', 'Requested agent is due'), values: due('指定的顾问', 'requested agent') },
  refuses: { label: say('不愿见', 'Refuses'), values: {
    none: value('没有', 'Nobody', '客户没有不愿见的顾问', 'the customer refuses nobody'), owner: value('原顾问', 'The owner', '客户不愿见原顾问', 'the customer refuses the owner'), other: value('其他顾问', 'Another agent', '客户不愿见某位其他顾问', 'the customer refuses another agent'),
  } },
  complains: { label: say('投诉', 'Complains about'), values: {
    none: value('没有', 'Nobody', '客户没有投诉', 'the customer complains about nobody'), owner: value('原顾问', 'The owner', '客户投诉原顾问', 'the customer complains about the owner'), other: value('其他顾问', 'Another agent', '客户投诉其他顾问', 'the customer complains about another agent'),
  } },
  owner: { label: say('原顾问', 'Owner'), values: {
    none: value('没有', 'None', '客户没有原顾问', 'the customer has no owner'), valid: value('有效', 'Valid', '原顾问的建档有效', 'the owner\'s file is valid'), lapsed: value('已失效', 'Lapsed', '原顾问的建档已失效', 'the owner\'s file has lapsed'),
  } },
  owner_presence: { label: say('原顾问此刻', 'Owner now'), values: presence('原顾问', 'owner') },
  owner_due: { label: say('正轮到原顾问', 'Owner is due'), values: due('原顾问', 'owner') },
  brought_by: { label: say('由谁带来', 'Brought by'), values: {
    none: value('没有', 'Nobody', '客户不是由老客户带来', 'nobody brought the customer'), customer: value('老客户', 'A customer', '客户由老客户带来', 'a registered customer brought them'),
    joint: value('几位老客户', 'Several customers', '客户由不同顾问的几位老客户带来', 'customers of different agents brought them'), agents_customer: value('顾问的客户', 'An agent\'s customer', '客户自称由某位顾问的客户介绍', 'they say an agent\'s customer sent them'),
  } },
  referrer_owner_presence: { label: say('介绍人的顾问此刻', 'Referrer\'s agent now'), values: presence('介绍人的顾问', 'referrer\'s agent') },
  recognised: { label: say('有顾问认出', 'Recognised'), values: { yes: value('是', 'Yes', '有顾问认出客户', 'an agent recognises the customer'), no: value('否', 'No', '没有顾问认出客户', 'no agent recognises the customer') } },
  escorted: { label: say('渠道带看', 'Escorted'), values: { yes: value('是', 'Yes', '客户由渠道带看', 'a channel escorts the customer'), no: value('否', 'No', '客户没有渠道带看', 'no channel escorts the customer') } },
  channel_report: { label: say('渠道报备', 'Channel report'), values: {
    none: value('没有', 'None', '没有渠道报备', 'no channel reported the customer'), holds: value('有效', 'Holds', '渠道报备有效', 'a channel\'s report holds'),
    too_soon: value('报备不够早', 'Too late before the visit', '报备离到访太近', 'the report came too shortly before the visit'), not_escorted: value('没有陪同', 'Not escorted', '报备的渠道没有陪同', 'the channel that reported did not come along'),
    brought: value('凭带看', 'By the visit', '客户由渠道带看取得', 'the channel earns the customer by bringing them'),
  } },
};

/** What is counted, the unit, and how the sentence goes where there is no number. */
export const numberFactWords: Readonly<Record<NumberFact, { readonly label: Both; readonly unit: Both; readonly known: Both; readonly unknown: Both }>> = {
  units_wanted: { label: say('想要套数', 'Units wanted'), unit: say('套', 'units'), known: say('客户说了想要几套', 'the customer says how many units they want'), unknown: say('客户没有说想要几套', 'the customer does not say how many units they want') },
  party_size: { label: say('同来人数', 'Party size'), unit: say('人', 'people'), known: say('登记了同来人数', 'the party\'s size is entered'), unknown: say('没有登记同来人数', 'the party\'s size is not entered') },
  days_since_contact: { label: say('距上次联系', 'Days since contact'), unit: say('天', 'days'), known: say('登记过这位客户', 'the register knows the customer'), unknown: say('没有登记过这位客户', 'the register does not know the customer') },
};
