import { phoneForm, labelOf } from '@lunjie/identity';
import { Chance } from '../demo/chance';
import type { Cipher } from '../platform/cipher/cipher';
import type { Ids } from '../platform/clock/ids';
import type { Tx } from '../platform/database/tx';
import { spell, type Spelling } from '../staff/spelling';
import { CustomerPhone } from './customer-phone.entity';
import { Customer } from './customer.entity';

/** Per thousand, as common as they are; the rest share what is left. */
const surnames: Readonly<Record<string, number>> = {
  王: 71, 李: 71, 张: 67, 刘: 54, 陈: 45, 杨: 31, 黄: 23, 赵: 22, 周: 19, 吴: 20, 徐: 16, 孙: 15, 朱: 13, 马: 12, 胡: 12, 郭: 12, 林: 12, 何: 11, 高: 10, 梁: 9, 郑: 8, 罗: 9, 宋: 8, 谢: 7, 唐: 7,
  韩: 7, 曹: 6, 许: 6, 邓: 6, 冯: 6, 彭: 5, 曾: 5, 肖: 5, 田: 4, 董: 4, 潘: 4, 袁: 4, 蔡: 4, 蒋: 4, 余: 4, 于: 4, 杜: 4, 叶: 4, 程: 4, 魏: 4, 苏: 4, 吕: 4, 丁: 4, 任: 4, 卢: 4, 姚: 3, 沈: 4, 欧阳: 1, 上官: 1,
};
const given = [...'明晓小伟芳丽强磊军洋勇艳杰娟涛超秀霞平刚桂英华玉兰文建国志海波斌鹏辉玲飞红梅鑫浩宇轩然子涵雨欣怡思佳琪诗婷静敏慧颖倩雪琳悦彤阳晨博睿泽天瑞嘉俊豪凯峰龙云燕凤春荣贵宝成庆'];
const operators = ['133', '135', '136', '137', '138', '139', '150', '151', '152', '157', '158', '159', '177', '180', '182', '186', '187', '188', '189'];
const day = 86_400_000;

/** A customer with their phone, as rows. */
export interface Invented {
  readonly customer: Customer;
  readonly phone: CustomerPhone;
}

/** Writes invented customers past the register. */
export async function register(tx: Tx, invented: readonly Invented[]): Promise<void> {
  await tx.insert(Customer, invented.map(({ customer }) => customer));
  await tx.insert(CustomerPhone, invented.map(({ phone }) => phone));
}

/** Invents customers for measuring: the same seed invents the same people, and no number twice. Nobody real. */
export class InventedCustomers {
  private readonly chance: Chance;
  private readonly spellings = new Map<string, Spelling>();

  constructor(seed: string, private readonly ids: Ids, private readonly cipher: Cipher) {
    this.chance = new Chance(seed);
  }

  /** @param index the how-manieth of all: it makes the number */
  invent(officeId: string, index: number, now: number): Invented {
    const surname = this.chance.weighted(surnames);
    const name = surname + this.chance.of(given) + (this.chance.happens(0.85) ? this.chance.of(given) : '');
    const gender = this.chance.happens(0.5) ? 'female' : 'male';
    const number = `+86${operators[index % operators.length] ?? '138'}${String((index * 48_271 + 10_007) % 100_000_000).padStart(8, '0')}`;
    const createdAt = now - this.chance.between(1, 1_000) * day;
    const id = this.ids.next();
    const hash = (form: 'full' | 'first3_last4' | 'first4_last3'): string => this.cipher.keyedHash(officeId, phoneForm(number, form));
    return {
      customer: {
        id, officeId, name, label: labelOf(name, gender), ...this.spelt(surname, name.slice(surname.length)), gender, grade: this.chance.of(['A', 'B', 'C', 'D']), source: this.chance.of(['visit', 'visit', 'call']),
        phoneLast4: number.slice(-4), createdAt, lastContactAt: this.chance.between(createdAt, now), visits: this.chance.between(0, 4), mergedInto: null, completedAt: null, registeredLate: null, withdrawnAt: null,
      },
      phone: {
        id: this.ids.next(), officeId, customerId: id, sealed: this.cipher.encrypt(number), phoneHash: hash('full'), first3Last4: hash('first3_last4').slice(0, 32), first4Last3: hash('first4_last3').slice(0, 32),
        last4: number.slice(-4), addedAt: createdAt, isPrimary: true, endedAt: null,
      },
    };
  }

  /** Names are spelt by their parts, of which there are few: a million whole names would take minutes. */
  private spelt(surname: string, rest: string): Spelling {
    const parts = [surname, ...rest].map((part) => {
      const known = this.spellings.get(part) ?? spell(part);
      this.spellings.set(part, known);
      return known;
    });
    return { pinyin: parts.map(({ pinyin }) => pinyin).join(''), initials: parts.map(({ initials }) => initials).join('') };
  }
}
