import { visitFormFields, type VisitForm, type VisitFormField } from '@lunjie/contracts';
import type { Chance } from './chance';
import type { Guest } from './invented-guests';

const areas = ['西湖区转塘', '西湖区古荡', '西湖区留下', '拱墅区大关', '拱墅区申花', '上城区南星桥', '滨江区长河', '余杭区未来科技城', '余杭区闲林', '萧山区宁围', '富阳区银湖'];
const occupations = ['教师', '程序员', '医生', '护士', '会计', '设计师', '工程师', '公务员', '服装店店主', '物流公司主管', '银行职员', '自由职业'];
const objections = ['单价偏高', '离地铁站有点远', '担心学区划分', '想再比较周边楼盘', '首付还差一些', '觉得公摊偏大', '交房时间偏晚', '朝西的房间怕晒'];
const remarks = ['约周末带家人再来', '想看 89 ㎡ 三房样板间', '要与父母商量', '想了解公积金组合贷', '下月初发奖金后再定', '关注 6 号楼中间楼层', '已发楼书，三天后回访'];

/** What an agent writes of a guest while they sit together, and what is added before they part. */
export interface InventedForm {
  readonly first: VisitForm;
  readonly later: VisitForm;
}

function optionsOf(name: VisitFormField): readonly string[] {
  const field = visitFormFields.find((each) => each.name === name);
  return field && 'options' in field ? field.options : [];
}

/**
 * Fills the visit form (forms.md no. 1) plausibly.
 * @param withPerson whether name and phone are still to be written: the desk may have both already
 */
export function inventForm(chance: Chance, guest: Guest, withPerson: boolean): InventedForm {
  const choice = (name: VisitFormField): VisitForm => ({ [name]: chance.of(optionsOf(name)) });
  const several = (name: VisitFormField, most: number): VisitForm => ({ [name]: chance.some(optionsOf(name), chance.between(1, most)) });
  const sometimes = (probability: number, part: VisitForm): VisitForm => chance.happens(probability) ? part : {};
  return {
    first: {
      ...(withPerson ? { name: guest.name, phone: guest.phone } : {}),
      gender: guest.gender, company: chance.weighted({ alone: 3, family: 5, friends: 1 }), home_area: chance.of(areas), ...several('awareness_source', 2),
    },
    later: {
      ...choice('age'), ...sometimes(0.8, { work_area: chance.of(areas) }), ...sometimes(0.8, { occupation: chance.of(occupations) }), ...sometimes(0.7, choice('employer_kind')),
      ...several('function_need', 2), ...choice('floor'), ...choice('orientation'), ...choice('area_need'), ...choice('purpose'),
      ...choice('unit_price_reaction'), ...choice('total_price_reaction'), ...several('considerations', 3),
      ...sometimes(0.6, { objection: chance.of(objections) }), grade: chance.weighted({ A: 2, B: 4, C: 3, D: 1 }), ...sometimes(0.5, { remark: chance.of(remarks) }),
    },
  };
}
