/** A language of the product. Chinese is the default. */
export type Language = 'zh' | 'en';

export interface ProblemText {
  /** What happened, in a few words. */
  readonly title: string;
  /** What it means for the reader and what to do. `{name}` is filled from the problem's data. */
  readonly detail: string;
}

/** The wording of every problem the API answers, by code. */
export const problemTexts: Readonly<Record<string, Readonly<Record<Language, ProblemText>>>> = {
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
};
