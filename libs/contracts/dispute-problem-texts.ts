import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about disputes and appeals, by code. */
export const disputeProblemTexts: ProblemTexts = {
  dispute_not_found: {
    zh: { title: '找不到该争议', detail: '本售楼处没有这件争议，或您不是当事人。' },
    en: { title: 'There is no such dispute', detail: 'This office has no such dispute, or you are not party to it.' },
  },
  dispute_is_open: {
    zh: { title: '这位客户已有争议在处理', detail: '请在已立案的争议里陈述和补充。' },
    en: { title: 'This customer is in dispute already', detail: 'Say and add what you have to in the case that is open.' },
  },
  dispute_too_late: {
    zh: { title: '已过争议时限', detail: '按规则，这么久以后不能再提出争议。' },
    en: { title: 'It is too late to dispute', detail: 'By the rules it can no longer be disputed.' },
  },
  dispute_settled: {
    zh: { title: '这件争议已有结论', detail: '结论已经作出，请刷新后查看；不服可以在期限内申诉。' },
    en: { title: 'The dispute is settled', detail: 'It was decided meanwhile. Read it again; it may be appealed in time.' },
  },
  not_a_party: {
    zh: { title: '您不是当事人', detail: '只有争议双方可以这样做。' },
    en: { title: 'You are not party to it', detail: 'Only the parties of the dispute may do this.' },
  },
  not_yours_to_decide: {
    zh: { title: '这一步由他人处理', detail: '按规则，争议在这一步不由您处理。' },
    en: { title: 'Somebody else deals with this step', detail: 'By the rules this step of the dispute is not yours.' },
  },
  ladder_at_its_end: {
    zh: { title: '已是最后一步', detail: '没有更高的一步，请作出裁定。' },
    en: { title: 'This is the last step', detail: 'There is no step above. It has to be ruled on.' },
  },
  owner_not_a_party: {
    zh: { title: '请在双方中选择', detail: '客户只能判给争议的当事人，每人一次。' },
    en: { title: 'Choose one of the parties', detail: 'The customer can go to a party of the dispute only, each named once.' },
  },
  shares_not_the_whole: {
    zh: { title: '分配不等于 100%', detail: '至少分给两人，合计须正好 100%。' },
    en: { title: 'The shares are not 100%', detail: 'At least two share it, and it adds up to exactly 100%.' },
  },
  no_appeal: {
    zh: { title: '现在不能申诉或复核', detail: '每个结论只能申诉一次，且须在期限内。' },
    en: { title: 'There is nothing to appeal or hear', detail: 'A decision may be appealed once, and in time.' },
  },
  appeal_too_late: {
    zh: { title: '已过申诉期限', detail: '按规则，申诉期限已过，结论生效。' },
    en: { title: 'It is too late to appeal', detail: 'By the rules the time to appeal is over and the decision stands.' },
  },
  own_ruling: {
    zh: { title: '不能复核自己的结论', detail: '申诉须由作出结论以外的人复核。' },
    en: { title: 'It is your own decision', detail: 'An appeal is heard by somebody other than who decided.' },
  },
  penalty_needs_deal: {
    zh: { title: '请选择要没收的成交', detail: '按规则，这项处罚会没收一笔成交，请说明是哪一笔。' },
    en: { title: 'Say which deal', detail: 'By the rules this penalty forfeits a deal. Say which one it is.' },
  },
  penalty_not_found: {
    zh: { title: '找不到该处罚', detail: '本售楼处没有这条处罚，或不是您的。' },
    en: { title: 'There is no such penalty', detail: 'This office has no such penalty, or it is not yours.' },
  },
};
