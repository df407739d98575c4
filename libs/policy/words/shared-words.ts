import type { AbsenceReason, Both, CallFormField, VisitFormField } from '@lunjie/contracts';
import { say } from './wording';

/** Why an agent is away: the words of the policy and of the verdict alike. */
export const absenceWords = {
  official: say('公事外出', 'Official absence'), private: say('私事外出', 'Private absence'), lunch: say('用餐', 'Lunch'), break: say('休息', 'Rest'),
  restroom: say('洗手间', 'Restroom'), hotline: say('接热线', 'Hotline'), own_paperwork: say('办自己的手续', 'Own paperwork'), leave: say('请假', 'Leave'),
  training: say('培训', 'Training'), survey: say('市调', 'Market survey'), fair: say('外展', 'Fair'), vip_tour: say('陪同贵宾参观', 'VIP tour'),
  helped_colleague: say('协助同事', 'Helping a colleague'), colleagues_customer: say('接待同事的客户', 'A colleague\'s customer'), assigned_work: say('指派的工作', 'Assigned work'),
  after_sale: say('售后', 'After-sales'), delivery: say('交房', 'Handing over a unit'), appointment: say('约好的客户', 'Appointment'), door_duty: say('门岗', 'Door duty'),
  serving: say('正在接待', 'With a customer'), awaiting_release: say('待经理放行', 'Waiting for release'),
} as const satisfies Readonly<Record<AbsenceReason, Both>>;

export const channelWords = { visit: say('到访', 'Visits'), call: say('来电', 'Calls'), online: say('线上', 'Online') } as const;

export const floorRoleWords = { manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor'), duty_monitor: say('当天值日', 'Monitor of the day') } as const;

export const durationWords = {
  second: say('秒', 'second'), minute: say('分钟', 'minute'), hour: say('小时', 'hour'), day: say('天', 'day'), week: say('周', 'week'), month: say('个月', 'month'),
} as const;

/** The columns of 来访登记表. */
export const formWords: Readonly<Record<VisitFormField, Both>> = {
  name: say('姓名', 'Name'), gender: say('性别', 'Gender'), phone: say('电话', 'Phone'), company: say('同来的人', 'Came with'),
  home_area: say('居住区域', 'Home area'), work_area: say('工作区域', 'Work area'), age: say('年龄', 'Age'), awareness_source: say('认知途径', 'How they heard'),
  employer_kind: say('单位性质', 'Kind of employer'), occupation: say('职业', 'Occupation'), function_need: say('功能需求', 'Use'), floor: say('楼层', 'Floor'),
  orientation: say('朝向', 'Orientation'), area_need: say('面积需求', 'Floor area'), purpose: say('置业目的', 'Purpose'), unit_price_reaction: say('对单价的反应', 'Reaction to the unit price'),
  total_price_reaction: say('对总价的反应', 'Reaction to the total price'), considerations: say('考虑因素', 'What matters to them'), objection: say('抗性', 'Objection'),
  grade: say('客户等级', 'Grade'), remark: say('备注', 'Remark'),
};

/** The columns of 来电登记表. */
export const callFormWords: Readonly<Record<CallFormField, Both>> = {
  name: formWords.name, gender: formWords.gender, phone: say('来电号码', 'Caller\'s number'), concerns: say('询问重点', 'What they asked about'), layout: say('意向户型', 'Layout wanted'),
  area_need: formWords.area_need, budget: say('预算', 'Budget'), awareness_source: formWords.awareness_source, home_area: formWords.home_area, grade: formWords.grade, remark: formWords.remark,
};
