import type { PolicyValues } from '../values';

const both = ['spot_check', 'mystery_visit'] as const;

/** What the written rules ask of agents that somebody who looks, or comes as a customer, can see. */
export const standardChecks: PolicyValues['checks'] = {
  items: [
    { id: 'greeting', zh: '一分钟内起身招呼', en: 'Greeted within a minute', clause: '003 篇十二', kinds: both },
    { id: 'first_question', zh: '先问是否来过、是否联系过顾问', en: 'Asked first whether they came before', clause: '002 §1, 003 §(二)5', kinds: both },
    { id: 'order_kept', zh: '按轮序接待，不抢客', en: 'Received in order, nobody grabbed a customer', clause: '003 §(二)1, 4', kinds: both },
    { id: 'walk_through', zh: '沙盘、样板间、洽谈区讲解完整', en: 'Model, show flat and talk area explained in full', clause: '002 §2', kinds: both },
    { id: 'phone_manners', zh: '四声内接听，报项目名和姓', en: 'Answered before the fourth ring, with project and surname', clause: '000 §2', kinds: both },
    { id: 'seen_off', zh: '递名片、送客到门口', en: 'Gave a card and saw the customer off', clause: '002 §2', kinds: both },
    { id: 'registered', zh: '当场登记，客户签字', en: 'Registered at once and signed by the customer', clause: '002 §3', kinds: ['spot_check'] },
    { id: 'standby', zh: '第二位在前台候岗', en: 'The second in line was ready at the desk', clause: '003 §(二)2', kinds: ['spot_check'] },
    { id: 'appearance', zh: '着装、工牌整齐', en: 'Dressed as the office asks, badge worn', clause: '001', kinds: both },
    { id: 'show_flat_order', zh: '样板间整洁', en: 'Show flat in order', clause: '002 §2', kinds: both },
    { id: 'no_promise', zh: '没有超出授权的承诺', en: 'Promised nothing beyond what is allowed', clause: '000 §4', kinds: ['mystery_visit'] },
    { id: 'no_cash', zh: '不代收款', en: 'Took no money', clause: '003 §(七)', kinds: both },
  ],
  places: [
    { id: 'reception', zh: '前台', en: 'Reception' },
    { id: 'model_table', zh: '沙盘', en: 'Model' },
    { id: 'show_flat', zh: '样板间', en: 'Show flat' },
    { id: 'talk_area', zh: '洽谈区', en: 'Talk area' },
    { id: 'phone', zh: '电话', en: 'Phone' },
  ],
  entered_by: ['admin', 'manager', 'supervisor'], published_by: ['manager', 'supervisor'],
};

export const standardHandover: PolicyValues['handover'] = {
  items: [
    { id: 'office_key', zh: '售楼处钥匙', en: 'Keys of the sales office', kind: 'key', places: ['desk'], expected: 2 },
    { id: 'cabinet_key', zh: '资料柜钥匙', en: 'Keys of the file cabinet', kind: 'key', places: ['desk'], expected: 1 },
    { id: 'tablet', zh: '登记平板', en: 'Tablets for arrivals', kind: 'device', places: ['desk'], expected: 2 },
    { id: 'desk_phone', zh: '热线话机', en: 'Hotline phones', kind: 'device', places: ['desk'], expected: 2 },
    { id: 'brochure', zh: '楼书', en: 'Brochures', kind: 'material', places: ['desk', 'show_flat'], expected: null },
    { id: 'layout_sheet', zh: '户型单页', en: 'Layout sheets', kind: 'material', places: ['desk', 'show_flat'], expected: null },
    { id: 'flat_key', zh: '样板间钥匙', en: 'Keys of the show flat', kind: 'key', places: ['show_flat'], expected: 2 },
    { id: 'flat_remote', zh: '灯光、空调遥控器', en: 'Remote controls', kind: 'device', places: ['show_flat'], expected: 4 },
    { id: 'shoe_covers', zh: '鞋套（盒）', en: 'Boxes of shoe covers', kind: 'material', places: ['show_flat'], expected: null },
  ],
};
