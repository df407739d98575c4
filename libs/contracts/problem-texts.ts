import { customerProblemTexts } from './customer-problem-texts';
import { claimsProblemTexts } from './claims-problem-texts';
import { disputeProblemTexts } from './dispute-problem-texts';
import { demoProblemTexts } from './demo-problem-texts';
import { houseProblemTexts } from './house-problem-texts';
import { eveningProblemTexts } from './evening-problem-texts';
import { reportProblemTexts } from './report-problem-texts';
import { followUpProblemTexts } from './follow-up-problem-texts';
import { ownershipProblemTexts } from './ownership-problem-texts';
import { peopleProblemTexts } from './people-problem-texts';
import { policyProblemTexts } from './policy-problem-texts';
import type { ProblemTexts } from './problem-text';
import { receptionProblemTexts } from './reception-problem-texts';
import { reminderProblemTexts } from './reminder-problem-texts';
import { requestProblemTexts } from './request-problem-texts';
import { sheetProblemTexts } from './sheet-problem-texts';
import { unitProblemTexts } from './unit-problem-texts';

export type { Language, ProblemText, ProblemTexts } from './problem-text';

/** The wording of every problem the API answers, by code. */
export const problemTexts: ProblemTexts = {
  ...receptionProblemTexts,
  ...customerProblemTexts,
  ...claimsProblemTexts,
  ...demoProblemTexts,
  ...disputeProblemTexts,
  ...houseProblemTexts,
  ...eveningProblemTexts,
  ...reportProblemTexts,
  ...followUpProblemTexts,
  ...policyProblemTexts,
  ...peopleProblemTexts,
  ...ownershipProblemTexts,
  ...reminderProblemTexts,
  ...requestProblemTexts,
  ...sheetProblemTexts,
  ...unitProblemTexts,
  invalid_request: {
    zh: { title: '填写有误', detail: '有 {count} 处内容不符合要求，请更正后重新提交。' },
    en: { title: 'Something is not filled in correctly', detail: '{count} entries are not as they must be. Correct them and send again.' },
  },
  malformed_body: {
    zh: { title: '请求内容无法读取', detail: '请求正文不是有效的 JSON。' },
    en: { title: 'The request could not be read', detail: 'The body is not valid JSON.' },
  },
  unsupported_media_type: {
    zh: { title: '请求格式不支持', detail: '请以 application/json 格式发送。' },
    en: { title: 'This kind of body is not understood', detail: 'Send it as application/json.' },
  },
  body_too_large: {
    zh: { title: '请求内容过大', detail: '请求正文不能超过 {limitKiB} KiB。' },
    en: { title: 'The request is too large', detail: 'A body may have at most {limitKiB} KiB.' },
  },
  not_found: {
    zh: { title: '找不到该内容', detail: '它不存在，或不在您可查看的范围内。' },
    en: { title: 'Not found', detail: 'It does not exist, or it is not yours to see.' },
  },
  route_unknown: {
    zh: { title: '没有这个地址', detail: '{method} {path} 不是本系统的地址。' },
    en: { title: 'There is no such address', detail: '{method} {path} is not an address of this system.' },
  },
  not_signed_in: {
    zh: { title: '请先登录', detail: '登录已过期或尚未登录。' },
    en: { title: 'Please sign in', detail: 'You are not signed in, or your session has ended.' },
  },
  not_permitted: {
    zh: { title: '没有权限', detail: '您的岗位不能进行此操作。' },
    en: { title: 'Not permitted', detail: 'Your role does not include this.' },
  },
  too_many_requests: {
    zh: { title: '操作过于频繁', detail: '请在 {seconds} 秒后再试。' },
    en: { title: 'Too many attempts', detail: 'Try again in {seconds} seconds.' },
  },
  idempotency_key_missing: {
    zh: { title: '缺少防重复标识', detail: '写入请求必须带有 8 至 128 个可见字符的 Idempotency-Key 请求头。' },
    en: { title: 'The request lacks its key', detail: 'A write needs an Idempotency-Key header of 8 to 128 printable characters.' },
  },
  idempotency_key_reused: {
    zh: { title: '防重复标识已被使用', detail: '同一标识已用于另一项内容，本次提交未执行。请刷新后重新填写。' },
    en: { title: 'The request\'s key was used before', detail: 'The same key came with another request, so this one was not carried out. Reload and enter it again.' },
  },
  refused: {
    zh: { title: '请求被拒绝', detail: '系统无法处理该请求（{status}）。' },
    en: { title: 'The request was refused', detail: 'The system could not take this request ({status}).' },
  },
  unavailable: {
    zh: { title: '服务暂时不可用', detail: '系统正在启动、关闭或无法连接数据库，请稍后再试。' },
    en: { title: 'Not available at the moment', detail: 'The system is starting, stopping or cannot reach its database. Try again shortly.' },
  },
  internal: {
    zh: { title: '系统出错', detail: '出现意外错误，您的操作未被保存。请将编号 {incident} 告知管理员。' },
    en: { title: 'Something went wrong', detail: 'An unexpected error occurred and nothing was saved. Tell your administrator the number {incident}.' },
  },
  sign_in_refused: {
    zh: { title: '账号或密码不正确', detail: '请检查后重新输入。忘记密码请联系管理员。' },
    en: { title: 'The account or password is not right', detail: 'Check both and try again. If you forgot your password, ask your administrator.' },
  },
  too_many_attempts: {
    zh: { title: '登录尝试次数过多', detail: '为保护账号，请在 {seconds} 秒后再试。' },
    en: { title: 'Too many sign-in attempts', detail: 'To protect the account, wait {seconds} seconds and try again.' },
  },
  current_password_wrong: {
    zh: { title: '当前密码不正确', detail: '请重新输入您现在使用的密码；忘记密码请找经理或管理员重设。' },
    en: { title: 'The current password is not right', detail: 'Type the password you use now. If you forgot it, a manager or admin can give you a new one.' },
  },
  own_password: {
    zh: { title: '不能这样重设自己的密码', detail: '请在“修改密码”中输入当前密码后修改。' },
    en: { title: 'Not your own password', detail: 'Change it under “Change password”, where the current one is asked for.' },
  },
  works_elsewhere: {
    zh: { title: '对方还在其他案场工作', detail: '同一账号也能进入那里，请由同时管理两处人员的管理员或经理重设。' },
    en: { title: 'This person also works in another office', detail: 'The account opens that office too. Ask an admin or manager who looks after people in both.' },
  },
  not_employed: {
    zh: { title: '您目前没有在职的售楼处', detail: '您的账号已离职或休长假，请联系经理。' },
    en: { title: 'You work in no office at present', detail: 'Your employment has ended or you are on long leave. Ask your manager.' },
  },
  cross_site_refused: {
    zh: { title: '请求来源不被接受', detail: '请在本系统的页面中操作。' },
    en: { title: 'The request came from another site', detail: 'Do this on a page of this system.' },
  },
  office_not_found: {
    zh: { title: '找不到该售楼处', detail: '它不存在，或您不在该售楼处任职。' },
    en: { title: 'There is no such office', detail: 'It does not exist, or you do not work there.' },
  },
  person_not_found: {
    zh: { title: '找不到该人员', detail: '本售楼处没有这位人员。' },
    en: { title: 'There is no such person', detail: 'Nobody of this office has this number.' },
  },
  account_taken: {
    zh: { title: '账号已被使用', detail: '账号“{account}”已有人使用，请换一个。' },
    en: { title: 'The account is taken', detail: 'Somebody already signs in as "{account}". Choose another.' },
  },
  already_employed: {
    zh: { title: '已在本售楼处任职', detail: '该人员已在名单中，请修改原有记录。' },
    en: { title: 'Already employed here', detail: 'This person is on the list already. Change that entry instead.' },
  },
  admin_only: {
    zh: { title: '仅管理员可以操作', detail: '只有管理员可以设立或变更管理员。' },
    en: { title: 'Only an admin may do this', detail: 'Only an admin can make somebody an admin or change one.' },
  },
  last_admin: {
    zh: { title: '至少保留一名管理员', detail: '本售楼处需要一名在职管理员，请先指定另一位。' },
    en: { title: 'An office keeps at least one admin', detail: 'Make somebody else an active admin first.' },
  },
  closes_before_opening: {
    zh: { title: '营业时间有误', detail: '结束时间 {closes} 必须晚于开始时间 {opens}。' },
    en: { title: 'The hours do not fit', detail: 'It must close ({closes}) after it opens ({opens}).' },
  },
  policy_missing: {
    zh: { title: '没有该制度版本', detail: '本售楼处没有这个版本，或当时尚无制度。' },
    en: { title: 'There is no such version of the rules', detail: 'This office has no such version, or had no rules at that time.' },
  },
  policy_faulty: {
    zh: { title: '制度内容有误', detail: '发现 {count} 处错误，制度未发布。请逐项更正。' },
    en: { title: 'The rules contain faults', detail: '{count} faults were found and nothing was published. Correct each of them.' },
  },
  policy_in_past: {
    zh: { title: '生效时间不能早于现在', detail: '已作出的判定按当时的制度执行，不能追溯更改。' },
    en: { title: 'Rules cannot take effect in the past', detail: 'What was decided stands under the rules of its time. Choose now or later.' },
  },
  policy_unclear: {
    zh: { title: '请选择一种发布方式', detail: '请提交完整制度，或选择一个预设（可附加改动），不可同时提交。' },
    en: { title: 'Send the rules in one way', detail: 'Send either a whole document, or a preset with or without changes, not both.' },
  },
  already_installed: {
    zh: { title: '系统已经启用', detail: '已有售楼处，请由其管理员登录后新建。' },
    en: { title: 'Already set up', detail: 'There is an office already. Its admin can sign in and make another.' },
  },
};
