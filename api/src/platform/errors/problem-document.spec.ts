import { fieldTexts, problemTexts } from '@lunjie/contracts';
import { languageOf } from './language';
import { Problem } from './problem';
import { Unworded, documentOf } from './problem-document';

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('a problem document', () => {
  it('says the same code and data in either language', () => {
    const problem = new Problem('body_too_large', 413, { limitKiB: 256 });
    expect(documentOf(problem, 'zh')).toEqual({ type: '/problems/body_too_large', title: '请求内容过大', status: 413, detail: '请求正文不能超过 256 KiB。', code: 'body_too_large', data: { limitKiB: 256 } });
    expect(documentOf(problem, 'en')).toMatchObject({ title: 'The request is too large', detail: 'A body may have at most 256 KiB.' });
  });

  it('puts every field error into words', () => {
    const problem = new Problem('invalid_request', 400, { count: 1 }, [{ path: 'name', code: 'max_length', data: { limit: '80' } }]);
    expect(documentOf(problem, 'zh').errors).toEqual([{ path: 'name', code: 'max_length', message: '最多 80 个字符' }]);
    expect(documentOf(problem, 'en').errors).toEqual([{ path: 'name', code: 'max_length', message: 'may have at most 80 characters' }]);
  });

  it('refuses a code without a text and a placeholder without a value', () => {
    expect(() => documentOf(new Problem('never_heard_of', 400), 'zh')).toThrow(Unworded);
    expect(() => documentOf(new Problem('body_too_large', 413), 'en')).toThrow('{limitKiB}');
  });

  it.each(Object.entries(problemTexts))('has the same placeholders for "%s" in both languages', (_, { zh, en }) => {
    expect(placeholders(zh.title + zh.detail)).toEqual(placeholders(en.title + en.detail));
  });

  it.each(Object.entries(fieldTexts))('has the same placeholders for the field error "%s"', (_, { zh, en }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
  });
});

describe('the language of an answer', () => {
  const asked = (header?: string, saved: 'zh' | 'en' | null = null): string =>
    languageOf({ headers: header === undefined ? {} : { 'accept-language': header }, signedIn: { personId: 'p', language: saved } });

  it.each([
    [undefined, 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['fr,en;q=0.5,zh-CN;q=0.9', 'zh'],
    ['fr', 'zh'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['*', 'zh'],
  ])('of %j is %s', (header, language) => expect(asked(header)).toBe(language));

  it('is the saved one before any header', () => expect(asked('zh', 'en')).toBe('en'));
});
