import type { Both, OwnershipChoiceFact, ownershipChoiceFacts, OwnershipNumberFact, Payee } from '@lunjie/contracts';
import type { FactValueWords } from './fact-words';
import { say } from './wording';

/** Who has the credit or a share of the commission, and whose customer it is. */
export const payeeWords: Readonly<Record<Payee, Both>> = {
  owner: say('归属顾问', 'the owner'), earlier: say('原来的顾问', 'the earlier agent'), first: say('最早建档的顾问', 'the first to register them'),
  receiver: say('接待的顾问', 'the receiver'), assistant: say('协助的顾问', 'the assistant'), found: say('档案中查到的顾问', 'the agent found in the files'),
  claimant: say('期限内认领的顾问', 'the agent who claims in time'), household_owner: say('家人的顾问', 'the relative\'s agent'), referrer_owner: say('介绍人的顾问', 'the referrer\'s agent'),
  introducer: say('引荐的同事', 'the colleague who introduced them'), closer: say('成交的顾问', 'the closer'), forfeit: say('规则指定的归口', 'whoever the rules name'),
  department: say('部门', 'the department'), team_pool: say('团队池', 'the team pool'), house: say('公司', 'the house'), referrer: say('介绍人', 'the referrer'),
  channel: say('渠道', 'the channel'), manager: say('销售经理', 'the sales manager'),
};

interface OwnershipFactWords<F extends OwnershipChoiceFact> {
  readonly label: Both;
  readonly values: Readonly<Record<(typeof ownershipChoiceFacts)[F][number], FactValueWords>>;
}

const value = (zh: string, en: string, clauseZh: string, clauseEn: string): FactValueWords => ({ label: say(zh, en), clause: say(clauseZh, clauseEn) });

const claimOf = (zh: string, en: string) => ({
  none: value('没有', 'None', `${zh}没有建档`, `${en} has no file`), valid: value('有效', 'Valid', `${zh}的建档有效`, `${en}'s file is valid`),
  lapsed: value('已失效', 'Lapsed', `${zh}的建档已失效`, `${en}'s file has lapsed`),
});

/** The vocabulary of ownership in words. A fact or a value without words does not compile. */
export const ownershipFactWords: { readonly [F in OwnershipChoiceFact]: OwnershipFactWords<F> } = {
  moment: { label: say('判定时刻', 'Decided at'), values: {
    arrival: value('到访时', 'Arrival', '客户到访时', 'the customer arrives'), case: value('其他事由', 'Between arrivals', '两次到访之间', 'it is between arrivals'), deal: value('成交时', 'Deal', '成交时', 'the deal is made'),
  } },
  owner_claim: { label: say('归属的建档', 'Owner\'s file'), values: {
    none: value('无归属', 'None', '客户没有归属', 'the customer is nobody\'s'), valid: value('有效', 'Valid', '归属顾问的建档有效', 'the owner\'s file is valid'), lapsed: value('已失效', 'Lapsed', '归属顾问的建档已失效', 'the owner\'s file has lapsed'),
  } },
  owner_employment: { label: say('归属顾问的任职', 'Owner\'s employment'), values: {
    none: value('无', 'None', '没有归属顾问', 'there is no owner'), active: value('在职', 'Active', '归属顾问在职', 'the owner is employed here'), on_leave: value('长假', 'On long leave', '归属顾问在休长假', 'the owner is on long leave'),
    transferred: value('已调离', 'Transferred', '归属顾问已调离', 'the owner was transferred'), left: value('已离职', 'Left', '归属顾问已离职', 'the owner has left'),
  } },
  owner_recognised: { label: say('归属顾问认出客户', 'Owner knew them'), values: { yes: value('是', 'Yes', '归属顾问认得客户', 'the owner knew the customer'), no: value('否', 'No', '归属顾问未认出客户', 'the owner did not know the customer') } },
  takeover: { label: say('如何转到现顾问', 'How they passed on'), values: {
    none: value('未转手', 'Not at all', '客户未曾转手', 'the customer did not pass on'), refused: value('不愿见原顾问', 'Refused the earlier', '客户不愿见原来的顾问', 'the customer refused the earlier agent'),
    requested: value('另指定', 'Asked for another', '客户另指定顾问', 'the customer asked for another agent'), forgot: value('忘记了', 'Forgot', '客户忘记了顾问', 'the customer had forgotten the agent'),
    named: value('说出他人', 'Named another', '客户说出另一位顾问', 'the customer named another agent'), lapsed: value('失效后重新接待', 'After it lapsed', '建档失效后由他人接待', 'another received them after the file had lapsed'),
    handed_over: value('移交', 'Handed over', '客户经移交转来', 'the customer was handed over'), pool: value('公海认领', 'From the pool', '客户从公海认领', 'the customer was claimed from the pool'), ruled: value('裁定', 'Ruled', '客户经裁定转来', 'a ruling gave them the customer'),
  } },
  earlier_claim: { label: say('原顾问的建档', 'Earlier file'), values: claimOf('原来的顾问', 'the earlier agent') },
  earlier_contact: { label: say('原顾问的接触', 'Earlier contact'), values: {
    none: value('没有', 'None', '原来的顾问没有接触过客户', 'the earlier agent had no contact'), token: value('仅打过照面', 'Token', '原来的顾问只有象征性接触', 'the earlier agent had only a token contact'),
    call: value('仅电话', 'Calls only', '原来的顾问只通过电话', 'the earlier agent only phoned'), reception: value('接待过', 'Received them', '原来的顾问接待过客户', 'the earlier agent received the customer'),
  } },
  complaint: { label: say('对原顾问的投诉', 'Complaint'), values: {
    none: value('没有', 'None', '没有对原来顾问的投诉', 'there is no complaint about the earlier agent'), open: value('待核实', 'Open', '对原来顾问的投诉尚待核实', 'the complaint about the earlier agent is open'),
    upheld: value('属实', 'Upheld', '对原来顾问的投诉经核实属实', 'the complaint about the earlier agent was upheld'), dismissed: value('不属实', 'Dismissed', '对原来顾问的投诉经核实不属实', 'the complaint about the earlier agent was dismissed'),
  } },
  assisted: { label: say('协助接待', 'Assisted'), values: { no: value('没有', 'No', '没有人代为接待', 'nobody assisted'), yes: value('有', 'Yes', '归属顾问不在时由他人协助接待', 'another assisted in the owner\'s absence') } },
  consent: { label: say('归属顾问的同意', 'Owner\'s consent'), values: {
    none: value('未征求', 'Not asked', '未征求归属顾问的同意', 'the owner was not asked'), given: value('同意', 'Given', '归属顾问同意由他人接待', 'the owner agreed to the assistance'), refused: value('不同意', 'Refused', '归属顾问不同意由他人接待', 'the owner did not agree to the assistance'),
  } },
  owner_notified: { label: say('已告知归属顾问', 'Owner told'), values: { yes: value('是', 'Yes', '已告知归属顾问', 'the owner was told'), no: value('否', 'No', '未告知归属顾问', 'the owner was not told') } },
  closed: { label: say('成交时间', 'Closed'), values: {
    not_yet: value('未成交', 'Not yet', '尚未成交', 'there is no deal yet'), on_the_spot: value('当场', 'On the spot', '接待当场成交', 'the deal closes during the reception'),
    same_day: value('当日', 'Same day', '接待当日成交', 'the deal closes on the day of the reception'), later: value('之后', 'Later', '接待之后的日子成交', 'the deal closes on a later day'),
  } },
  closer: { label: say('成交经手人', 'Closer'), values: {
    none: value('无', 'Nobody', '没有成交经手人', 'nobody closes'), owner: value('归属顾问', 'The owner', '由归属顾问成交', 'the owner closes'), earlier: value('原来的顾问', 'The earlier agent', '由原来的顾问成交', 'the earlier agent closes'),
    assistant: value('协助的顾问', 'The assistant', '由协助的顾问成交', 'the assistant closes'), other: value('其他顾问', 'Another agent', '由其他顾问成交', 'another agent closes'), manager: value('经理', 'A manager', '由经理成交', 'a manager closes'),
  } },
  found: { label: say('档案中查到', 'Found in the files'), values: {
    none: value('没有', 'Nobody', '档案中没有查到顾问', 'the files name nobody'), valid: value('有效', 'Valid', '档案中查到的顾问建档有效', 'the file found is valid'), lapsed: value('已失效', 'Lapsed', '档案中查到的顾问建档已失效', 'the file found has lapsed'),
  } },
  claim_window: { label: say('认领期', 'Claim window'), values: {
    none: value('没有', 'None', '没有认领期', 'there is no claim window'), open: value('进行中', 'Open', '认领期未满', 'the claim window is open'), claimed: value('已认领', 'Claimed', '有顾问在认领期内认领', 'an agent claimed in time'), expired: value('已过', 'Over', '认领期已过无人认领', 'nobody claimed in time'),
  } },
  household: { label: say('先来的家人', 'Relative before them'), values: {
    none: value('没有', 'None', '没有先来的家人', 'no relative came before'), first_receiver_all: value('归首接', 'First receiver', '先来的家人按关系归首接顾问', 'a relative came before, and the relation gives them to the first receiver'),
    split_equal: value('平分', 'Equal', '先来的家人按关系平分', 'a relative came before, and the relation divides equally'), closer_only: value('归成交人', 'Closer', '先来的家人按关系归成交人', 'a relative came before, and the relation gives them to the closer'),
  } },
  household_claim: { label: say('家人的建档', 'Relative\'s file'), values: claimOf('家人的顾问', 'the relative\'s agent') },
  referral: { label: say('老带新', 'Referral'), values: {
    none: value('不是', 'None', '不是老客户介绍', 'no customer brought them'), asked_for: value('点名', 'Asked for the agent', '老客户介绍并点名其顾问', 'a customer brought them, and they ask for that customer\'s agent'),
    not_asked: value('未点名', 'Did not ask', '老客户介绍但未点名顾问', 'a customer brought them, and they ask for nobody'), joint: value('多人介绍', 'Joint', '不同顾问的几位老客户共同介绍', 'customers of different agents brought them together'),
  } },
  referrer: { label: say('介绍人', 'Referrer'), values: { none: value('没有', 'None', '没有介绍人', 'there is no referrer'), buyer: value('已成交', 'Buyer', '介绍人已成交', 'the referrer has bought'), not_buyer: value('未成交', 'Not a buyer', '介绍人未成交', 'the referrer has not bought') } },
  discount_sought: { label: say('为折扣另找他人', 'Sought a discount'), values: { no: value('否', 'No', '客户没有为折扣另找顾问', 'the customer did not seek a discount elsewhere'), yes: value('是', 'Yes', '客户为折扣另找顾问', 'the customer turned to another agent for a discount') } },
  introduced: { label: say('同事引荐', 'Introduced'), values: { no: value('否', 'No', '没有同事引荐', 'no colleague introduced them'), yes: value('是', 'Yes', '由同事引荐', 'a colleague introduced them') } },
  registration: { label: say('登记', 'Registration'), values: { complete: value('完整', 'Complete', '登记完整', 'the registration is complete'), late: value('补登', 'Late', '登记为补登', 'the registration is late'), missing: value('缺失', 'Missing', '登记缺失', 'the registration is missing') } },
  dispute: { label: say('争议', 'Dispute'), values: {
    none: value('没有', 'None', '没有争议', 'there is no dispute'), open: value('未决', 'Open', '争议未决', 'a dispute is open'), quarrel: value('争吵', 'Quarrel', '当事顾问发生争吵', 'the parties quarrelled'), refusal: value('不服从', 'Refusal', '当事顾问不服从裁定', 'a party refuses the ruling'),
  } },
};

/** What is counted, the unit, and how the sentence goes where there is no number. */
export const ownershipNumberWords: Readonly<Record<OwnershipNumberFact, { readonly label: Both; readonly unit: Both; readonly known: Both; readonly unknown: Both }>> = {
  agents_involved: { label: say('涉及顾问', 'Agents involved'), unit: say('人', 'agents'), known: say('有顾问涉及', 'agents are involved'), unknown: say('没有顾问涉及', 'no agent is involved') },
  receptions: { label: say('接待次数', 'Receptions'), unit: say('次', 'times'), known: say('接待过客户', 'the customer was received'), unknown: say('没有接待过客户', 'the customer was never received') },
  days_since_first: { label: say('距首次建档', 'Days since the first file'), unit: say('天', 'days'), known: say('客户建过档', 'the customer was registered'), unknown: say('客户没有建过档', 'the customer was never registered') },
  days_since_handover: { label: say('距移交', 'Days since the handover'), unit: say('天', 'days'), known: say('客户移交过', 'the customer was handed over'), unknown: say('客户没有移交过', 'the customer was never handed over') },
  earlier_contacts: { label: say('原顾问有效跟进', 'Earlier agent\'s contacts'), unit: say('次', 'times'), known: say('原来的顾问有过有效跟进', 'the earlier agent had effective contacts'), unknown: say('原来的顾问没有有效跟进', 'the earlier agent had no effective contact') },
};
