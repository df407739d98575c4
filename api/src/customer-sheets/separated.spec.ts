import { separatedLines, separatorOf, textIn } from './separated';

describe('a separated text', () => {
  it('is read by lines and separators, quotes and all; every row knows its line', () => {
    expect(separatedLines('姓名,电话\r\n\r\n"孙, ""明""\n二",13800000001\r\n,,\r\n周洁,5" x,\r\n', ',', 10)).toEqual([
      { line: 1, cells: ['姓名', '电话'] }, { line: 3, cells: ['孙, "明"\n二', '13800000001'] }, { line: 6, cells: ['周洁', '5" x'] },
    ]);
    expect(separatedLines('', ',', 10)).toEqual([]);
    expect(separatedLines('a\nb\nc\nd', ',', 2)).toHaveLength(3);
  });

  it('is parted by whatever its first line has most of', () => {
    expect([separatorOf('姓名,电话\n1;2;3'), separatorOf('name;phone;note, long'), separatorOf('a\tb,c\td'), separatorOf('')]).toEqual([',', ';', '\t', ',']);
  });

  it('is understood as UTF-8, with or without a mark, and as Excel saves it in China', () => {
    expect(textIn(Buffer.from('\uFEFF姓名'))).toBe('姓名');
    expect(textIn(Buffer.from([0xD0, 0xD5, 0xC3, 0xFB]))).toBe('姓名');
  });
});
