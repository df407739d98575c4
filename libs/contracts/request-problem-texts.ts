import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about requests, complaints and script cards, by code. */
export const requestProblemTexts: ProblemTexts = {
  request_not_found: {
    zh: { title: '找不到该诉求', detail: '本售楼处没有这条诉求，或不由您经办。' },
    en: { title: 'There is no such request', detail: 'This office has no such request, or it is not yours.' },
  },
  request_needs_answer: {
    zh: { title: '请答复，或转交给人', detail: '不能只说“不知道”：当场答复，或写明交给谁、为什么。' },
    en: { title: 'Answer it, or hand it on', detail: 'Nobody is told “I don\'t know”: answer it now, or say who gets it and why.' },
  },
  request_needs_contact: {
    zh: { title: '请留下联系方式', detail: '要以后答复，就要知道答复谁：请填电话，或选已登记的客户。' },
    en: { title: 'Somebody has to be answered', detail: 'What is answered later needs a phone number or a registered customer.' },
  },
  complaint_investigated_first: {
    zh: { title: '投诉要先核查', detail: '投诉不能当场了结：请交给人核查，核查后再答复。' },
    en: { title: 'A complaint is investigated first', detail: 'It cannot be settled on the spot. Give it to somebody who looks into it, and answer after that.' },
  },
  about_needs_complaint: {
    zh: { title: '只有投诉和表扬才涉及顾问', detail: '请把类别改为投诉或表扬，或不选顾问。' },
    en: { title: 'Only a complaint or praise is about an agent', detail: 'Make it a complaint or praise, or leave the agent out.' },
  },
  request_owner_concerned: {
    zh: { title: '不能交给被投诉的人', detail: '投诉不由被投诉的人经办，请交给别人。' },
    en: { title: 'It is about them', detail: 'A complaint is not for the one it is about. Give it to somebody else.' },
  },
  request_owner_unknown: {
    zh: { title: '此人不能经办', detail: '请选择本售楼处在职、且不只是审计的人员。' },
    en: { title: 'They cannot take it', detail: 'Choose somebody who works in this office and does more than audit.' },
  },
  not_your_request: {
    zh: { title: '这条诉求由{name}经办', detail: '请由经办人处理，或先转交给您。' },
    en: { title: 'This request is with {name}', detail: 'It is for its owner to do, or to be handed to you first.' },
  },
  request_step_over: {
    zh: { title: '这一步已经办了', detail: '请刷新后查看现在该做什么。' },
    en: { title: 'This step is done', detail: 'Read the request again to see what is to be done now.' },
  },
  request_not_to_rule: {
    zh: { title: '现在不能认定', detail: '只有核查过、尚未认定的投诉才能认定。' },
    en: { title: 'There is nothing to rule on', detail: 'Only a complaint that was investigated and not ruled on can be.' },
  },
  script_card_changed: {
    zh: { title: '这张说辞刚被改过', detail: '请先看现在的文字，再改一次。' },
    en: { title: 'The card was changed meanwhile', detail: 'Read what it says now and change it again.' },
  },
  script_step_unknown: {
    zh: { title: '没有这一步的说辞', detail: '请从列出的步骤中选择。' },
    en: { title: 'There is no card for this step', detail: 'Choose one of the steps listed.' },
  },
};
