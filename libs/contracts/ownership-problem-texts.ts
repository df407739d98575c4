import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about whose customer somebody is, by code. */
export const ownershipProblemTexts: ProblemTexts = {
  agent_missing: {
    zh: { title: '请选择顾问', detail: '这件事需要说明是哪位顾问。' },
    en: { title: 'The agent is missing', detail: 'Say which agent it is about.' },
  },
  not_yours_to_enter: {
    zh: { title: '这件事由他人登记', detail: '请由经理，或这件事所涉及的人登记。' },
    en: { title: 'Somebody else enters this', detail: 'A manager enters it, or whom it concerns.' },
  },
  no_window: {
    zh: { title: '没有认领期', detail: '这位客户没有正在进行的认领期。' },
    en: { title: 'There is no claim window', detail: 'Nobody was asked to claim this customer.' },
  },
  conflict_needs_two: {
    zh: { title: '请选择两位以上的顾问', detail: '撞单至少涉及两位不同的顾问。' },
    en: { title: 'Choose two agents or more', detail: 'A conflict is between at least two different agents.' },
  },
  not_yours_to_overrule: {
    zh: { title: '不能改变各项原则的结论', detail: '谁可以破例裁定，写在制度里；请由他们裁定，或按各项原则裁定。' },
    en: { title: 'The principles stand', detail: 'The rules say who may settle it otherwise: ask them, or settle it by the principles.' },
  },
  owner_is_no_party: {
    zh: { title: '只能裁定给当事的顾问', detail: '请从撞单双方中选择。' },
    en: { title: 'Only a party can have them', detail: 'Choose one of the agents in the conflict.' },
  },
  ruling_not_found: {
    zh: { title: '找不到该裁定', detail: '本售楼处没有这条裁定。' },
    en: { title: 'There is no such ruling', detail: 'This office has no such ruling.' },
  },
  ruling_not_open: {
    zh: { title: '该裁定已有结论', detail: '它不在等待批准。' },
    en: { title: 'The ruling is settled', detail: 'It does not wait for an approval.' },
  },
  party_to_the_case: {
    zh: { title: '当事人不能裁定', detail: '您是这件事的当事人，请由他人裁定。' },
    en: { title: 'You are party to the case', detail: 'Somebody else has to rule on it.' },
  },
  own_team_case: {
    zh: { title: '不能裁定本组的争议', detail: '当事人里有您小组的成员。按规则，请由别人裁定。' },
    en: { title: 'A case of your own team', detail: 'A party is of your team. By the rules somebody else has to rule on it.' },
  },
  severity_not_yours: {
    zh: { title: '轻重由他人认定', detail: '按规则，情节轻重由{role}认定。' },
    en: { title: 'Somebody else grades it', detail: 'By the rules the {role} says how serious it is.' },
  },
  deal_not_found: {
    zh: { title: '找不到该成交', detail: '本售楼处没有这笔成交，或不在您可查看的范围内。' },
    en: { title: 'There is no such deal', detail: 'This office has no such deal, or it is not yours to see.' },
  },
  deal_not_disputed: {
    zh: { title: '这笔成交没有争议', detail: '没有需要协商的争议。' },
    en: { title: 'Nobody disputes this deal', detail: 'There is nothing to settle.' },
  },
};
