import type { Chance } from './chance';

/** Somebody who visits the demo's office. Nobody real: the names are drawn, the numbers lie in blocks nobody was given. */
export interface Guest {
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly phone: string;
  /** What the register made of them; null before their first visit. */
  customerId: string | null;
  /** Who received them first. */
  owner: string | null;
  /** The business date they were last there. */
  lastSeen: string;
}

const surnames = [...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈姜崔谭陆范汪廖石'];
const maleNames = ['建国', '志强', '伟', '磊', '俊杰', '浩然', '子轩', '鹏飞', '国栋', '明辉', '海涛', '文博', '宇航', '晓东', '立军', '天佑', '永康', '家豪', '一鸣', '思远'];
const femaleNames = ['丽华', '秀英', '敏', '静怡', '雨桐', '欣妍', '晓燕', '佳琪', '诗涵', '美玲', '思琪', '婉清', '海燕', '雪梅', '若曦', '梦瑶', '慧敏', '春兰', '玉洁', '芳'];
const prefixes = ['133', '135', '136', '137', '138', '139', '150', '151', '152', '157', '158', '159', '177', '180', '182', '186', '187', '188', '189'];

/** Invents guests, no number twice. */
export class Guests {
  /** Everybody who came and left a number: they may come again. */
  readonly known: Guest[] = [];
  private readonly phones = new Set<string>();

  constructor(private readonly chance: Chance) {}

  invent(): Guest {
    const gender = this.chance.happens(0.52) ? 'female' : 'male';
    const name = this.chance.of(surnames) + this.chance.of(gender === 'female' ? femaleNames : maleNames);
    return { name, gender, phone: this.phone(), customerId: null, owner: null, lastSeen: '' };
  }

  /** Somebody who was there before the date and is somebody's customer. */
  whoMayReturn(date: string, suits: (guest: Guest) => boolean = () => true): Guest | null {
    const may = this.known.filter((guest) => guest.customerId !== null && guest.owner !== null && guest.lastSeen < date && suits(guest));
    return may.length === 0 ? null : this.chance.of(may);
  }

  private phone(): string {
    const phone = `${this.chance.of(prefixes)}0000${String(this.chance.between(1000, 9999))}`;
    if (this.phones.has(phone)) return this.phone();
    this.phones.add(phone);
    return phone;
  }
}
