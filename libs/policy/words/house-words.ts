import type { checks, handover } from '../values/house';
import { about, part, say, unset, type GroupWords } from './wording';

/** What the office looks at in itself, and hands over from shift to shift, in words. */
export const checksWords: GroupWords<typeof checks> = {
  items: {
    ...about(['检查项目', 'Check-list'], ['现场抽查和神秘客看哪些项目。', 'What a spot check or a mystery visit looks at.'], ['督导检查、随机抽查、客户反馈。', 'Regular and random checks, and what customers say.'], '000 §11'),
    of: {
      id: part('代号', 'Id'), zh: part('中文', 'Chinese'), en: part('英文', 'English'), clause: part('依据', 'Clause'),
      kinds: { ...part('用于', 'Used for'), options: { spot_check: say('现场抽查', 'Spot checks'), mystery_visit: say('神秘客', 'Mystery visits') } },
    },
  },
  places: { ...about(['检查地点', 'Places'], ['在哪里检查。', 'Where is looked.']), of: { id: part('代号', 'Id'), zh: part('中文', 'Chinese'), en: part('英文', 'English') } },
  entered_by: {
    ...about(['谁登记检查', 'Who enters checks'], ['谁可以登记抽查和神秘客的结果。', 'Who may enter what a check or a mystery visit found.'], ['营运管理部。', 'The operations department.'], '000 §1, §11'),
    options: { admin: say('管理员', 'Admin'), manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor') },
  },
  published_by: {
    ...about(['谁公布结果', 'Who publishes them'], ['谁把结果告诉被检查的人，并开出过失单、表扬。', 'Who tells the result to those who were checked, with the slips and the praise it brings.'], null, '000 §12'),
    options: { manager: say('销售经理', 'Sales manager'), supervisor: say('销售主管', 'Sales supervisor') },
  },
};

export const handoverWords: GroupWords<typeof handover> = {
  items: {
    ...about(['交接物品', 'What is handed over'], ['交接班时清点哪些钥匙、设备、资料。', 'Which keys, devices and materials are counted when a shift is handed over.'], null, '003 §(九)'),
    of: {
      id: part('代号', 'Id'), zh: part('中文', 'Chinese'), en: part('英文', 'English'),
      kind: { ...part('种类', 'Kind'), options: { key: say('钥匙', 'Key'), device: say('设备', 'Device'), material: say('资料', 'Material') } },
      places: { ...part('岗位', 'Post'), options: { desk: say('前台', 'Desk'), show_flat: say('样板间', 'Show flat') } },
      expected: { ...part('应有', 'Should be'), ...unset },
    },
  },
};
