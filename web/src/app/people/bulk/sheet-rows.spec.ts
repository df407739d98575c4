import { headingsOf, pastedCells, rowsOf } from './sheet-rows';

describe('what is pasted from a spreadsheet', () => {
  it('is read by lines and tabs, quotes and all', () => {
    expect(pastedCells('姓名\t账号\r\n王敏\twangmin\r\n\r\n"李 ""大""\n强"\tliqiang\n')).toEqual([['姓名', '账号'], ['王敏', 'wangmin'], ['李 "大"\n强', 'liqiang']]);
    expect(pastedCells('')).toEqual([]);
    expect(pastedCells('5" of rain\tx')).toEqual([['5" of rain', 'x']]);
  });

  it('is understood by its headings, in any order and either language', () => {
    const cells = [['角色', 'Account', '备注', '姓名 *', '来电', '份额', '小组'], ['置业顾问、Sales supervisor', 'wangmin', '新人', '王敏', '否', '50%', '一组'], ['前台', 'desk2', '', '周', '', '', '']];
    expect(headingsOf(cells)).toEqual(['roles', 'account', null, 'name', 'certifiedCalls', 'weight', 'team']);
    expect(rowsOf(cells)).toEqual([
      { account: 'wangmin', name: '王敏', roles: ['agent', 'supervisor'], certifiedCalls: false, weight: 50, team: '一组' },
      { account: 'desk2', name: '周', roles: ['desk'] },
    ]);
  });

  it('is taken in the usual order where nothing heads it, and keeps what nobody knows for the server to refuse', () => {
    expect(rowsOf([['王敏', 'wangmin', '置业顾问', 'a password of mine'], ['李强', 'liqiang', '店长']])).toEqual([
      { account: 'wangmin', name: '王敏', roles: ['agent'], password: 'a password of mine' },
      { account: 'liqiang', name: '李强', roles: ['店长'] },
    ]);
    expect(rowsOf([['王敏']])).toEqual([{ account: '', name: '王敏', roles: [] }]);
  });
});
