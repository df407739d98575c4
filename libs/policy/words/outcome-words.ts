import type { Approval, Both, OwnershipEffect, Selector, UncountedMode } from '@lunjie/contracts';
import type { PenaltyRow, ReceptionRow } from '../tables';
import { say } from './wording';

/** Whom a rule may send the visitor to. */
export const selectorWords: Readonly<Record<Selector, Both>> = {
  turn_holder: say('轮到的顾问', 'whoever is up'), last_in_order: say('当前顺序最末的顾问', 'the last in order'), owner: say('原顾问', 'the owner'),
  named: say('客户说出的顾问', 'the agent they named'), requested: say('客户指定的顾问', 'the agent they ask for'), referrer_owner: say('介绍人的顾问', 'the referrer\'s agent'),
};

export const modeWords: Readonly<Record<UncountedMode, Both>> = {
  assist: say('协助接待', 'assisted reception'), owner_return: say('原顾问接待', 'owner receives'), designated: say('指定接待', 'requested agent'), off_hours: say('非营业时间接待', 'outside hours'), none: say('不作区分', 'no particular mode'),
};

export const countsWords: Readonly<Record<ReceptionRow['counts'], Both>> = {
  yes: say('计次', 'counts'), no: say('不计次', 'does not count'), if_due: say('轮到时才计次', 'counts only if it is their turn'),
};

export const ownershipEffectWords: Readonly<Record<OwnershipEffect, Both>> = {
  receiver: say('客户归接待的顾问', 'the customer becomes the receiver\'s'), keep: say('客户归属不变', 'ownership stays as it is'), none: say('不产生归属', 'nobody becomes the owner'),
  referrer_owner: say('客户归介绍人的顾问', 'the customer becomes the referrer\'s agent\'s'), named: say('客户归说出的顾问', 'the customer becomes the named agent\'s'), escort: say('客户归带看的渠道', 'the customer becomes the escorting channel\'s'),
};

export const busyWords: Readonly<Record<ReceptionRow['busy'], Both>> = {
  pass: say('忙时请下一人选', 'if busy, the next choice'), wait: say('忙时客户等候', 'if busy, the customer waits'), parallel: say('忙时也接', 'receives even if busy'),
};

export const approvalWords: Readonly<Record<Approval, Both>> = {
  none: say('无需批准', 'no approval'), supervisor: say('须销售主管批准', 'approved by the sales supervisor'), manager: say('须销售经理批准', 'approved by the sales manager'), department: say('须部门批准', 'approved by the department'),
};

export const severityWords: Readonly<Record<PenaltyRow['severity'], Both>> = { any: say('不分轻重', 'whatever the severity'), ordinary: say('情节一般', 'ordinary'), serious: say('情节严重', 'serious') };

export const escalationWords: Readonly<Record<PenaltyRow['escalation'], Both>> = {
  none: say('无', 'nothing more'), demotion_review: say('降级或劝退', 'demotion or asked to leave'), dismissal: say('辞退', 'dismissal'), expulsion: say('开除', 'expulsion'),
};

/** Violations the presets know; an office may write its own, shown as it is. */
export const triggerWords: Readonly<Record<string, Both>> = {
  grabbing: say('抢客', 'poaching'), contending: say('争客', 'contending for a customer'), neglect: say('怠慢客户', 'neglect of a customer'),
  stirring_trouble: say('故意挑起事端', 'stirring up trouble'), took_money: say('私收客户款项', 'taking a customer\'s money'), slip: say('过失单', 'fault slip'),
};
