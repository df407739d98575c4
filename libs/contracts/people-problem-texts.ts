import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about people, offices and sessions, by code. */
export const peopleProblemTexts: ProblemTexts = {
  existing_needs_admin: {
    zh: { title: '请填写初始密码', detail: '新账号需要初始密码。让已有账号的人员在本售楼处任职，请由管理员操作。' },
    en: { title: 'An initial password is missing', detail: 'A new account needs one. Only an admin may employ somebody here who has an account already.' },
  },
  account_unknown: {
    zh: { title: '没有这个账号', detail: '没有人使用账号“{account}”。若要新建，请填写姓名和初始密码。' },
    en: { title: 'There is no such account', detail: 'Nobody signs in as "{account}". To make it, give a name and an initial password.' },
  },
  name_missing: {
    zh: { title: '请填写姓名', detail: '新账号需要姓名。' },
    en: { title: 'The name is missing', detail: 'A new account needs a name.' },
  },
  gone_already: {
    zh: { title: '该人员已不在本售楼处', detail: '{name}已离职或已调动。请先办理重新入职，再修改其他内容。' },
    en: { title: 'They work here no more', detail: '{name} has left or was transferred. Take them back first, then change the rest.' },
  },
  still_receiving: {
    zh: { title: '正在接待客户', detail: '请先结束接待，再办理离职、长假、调动或取消置业顾问角色。' },
    en: { title: 'They are receiving a customer', detail: 'End the reception first; then they can leave, go on leave, be transferred or stop being an agent.' },
  },
  leave_already_over: {
    zh: { title: '预计返岗日期有误', detail: '预计到 {until}，不能早于今天 {today}。' },
    en: { title: 'The leave would be over already', detail: 'It is expected until {until}, which is before today, {today}.' },
  },
  team_in_future: {
    zh: { title: '日期还没到', detail: '进组日期不能晚于今天。' },
    en: { title: 'That day is to come', detail: 'Nobody joins a team after today.' },
  },
  team_before_last: {
    zh: { title: '早于现在的小组', detail: '现在的小组从 {since} 起，新的不能更早：过去的归组不改。' },
    en: { title: 'Before the present team', detail: 'The present team began on {since}; another cannot begin earlier, since what was is not changed.' },
  },
  certified_in_future: {
    zh: { title: '上岗认证日期有误', detail: '认证日期 {date} 不能晚于今天 {today}。' },
    en: { title: 'The day of certification is still to come', detail: '{date} is after today, {today}.' },
  },
  transfer_needs_both: {
    zh: { title: '不能调到该售楼处', detail: '调动需要您同时是两个售楼处的管理员。' },
    en: { title: 'You cannot transfer them there', detail: 'A transfer needs an admin of both offices.' },
  },
  transfer_nowhere: {
    zh: { title: '已经在本售楼处', detail: '请选择另一个售楼处。' },
    en: { title: 'They are here already', detail: 'Choose another office.' },
  },
  roster_changed: {
    zh: { title: '名单已变动', detail: '顺位需要包含全部 {size} 位在职置业顾问，每人一次。请刷新后重新排列。' },
    en: { title: 'The roster has changed', detail: 'The order must hold all {size} agents of the office, each once. Read it again and arrange it anew.' },
  },
  rows_faulty: {
    zh: { title: '名单有误，未录入任何人', detail: '发现 {count} 处问题。请更正后重新提交。' },
    en: { title: 'The list has faults; nobody was entered', detail: '{count} were found. Correct them and send it again.' },
  },
  repeated_account: {
    zh: { title: '账号与第 {row} 行重复', detail: '名单中每个账号只能出现一次。' },
    en: { title: 'is the same account as in row {row}', detail: 'Each account may stand in the list once.' },
  },
  sheet_unreadable: {
    zh: { title: '文件无法读取', detail: '请上传 .xlsx 文件，或从表格中复制后粘贴。' },
    en: { title: 'The file cannot be read', detail: 'Send an .xlsx file, or copy the cells and paste them.' },
  },
  sheet_too_large: {
    zh: { title: '文件过大', detail: '文件最大 2 MiB，最多 {rows} 行、{columns} 列。请删去多余内容，或分次录入。' },
    en: { title: 'The file is too large', detail: 'At most 2 MiB, {rows} rows and {columns} columns. Take out what is not needed, or enter it in parts.' },
  },
  session_not_found: {
    zh: { title: '该设备已退出', detail: '这次登录已经结束。' },
    en: { title: 'That device is signed out', detail: 'This session has ended already.' },
  },
  holiday_elsewhere: {
    zh: { title: '日期不在该年度', detail: '{date} 不是 {year} 年的日期。' },
    en: { title: 'The day is of another year', detail: '{date} is not a day of {year}.' },
  },
  holiday_twice: {
    zh: { title: '日期重复', detail: '{date} 出现了不止一次。' },
    en: { title: 'A day stands there twice', detail: '{date} occurs more than once.' },
  },
};
