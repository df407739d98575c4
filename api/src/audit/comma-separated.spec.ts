import { csvLine } from './comma-separated';

describe('a line of a sheet', () => {
  it('quotes what would end a cell or a line', () => {
    expect(csvLine(['王敏', 'a,b', 'say "no"', 'two\r\nlines', ''])).toBe('王敏,"a,b","say ""no""","two\r\nlines",\r\n');
  });

  it.each(['=1+1', '+86 138', '-2', '@SUM(A1)', '\tx', '\rx'])('never begins a formula with %j', (text) => {
    const line = csvLine([text]);
    expect(line.replace(/^"/, '').startsWith(`'${text[0]}`)).toBe(true);
  });

  it('leaves a sign inside a text alone', () => {
    expect(csvLine(['2026-11-21', 'a=b'])).toBe('2026-11-21,a=b\r\n');
  });
});
