import { fieldTexts, problemTexts } from './index';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

/** Every text of the api by where it stands, in both languages. */
const texts = [
  ...Object.entries(problemTexts).flatMap(([code, { zh, en }]) => [
    [`${code}.title`, zh.title, en.title] as const,
    [`${code}.detail`, zh.detail, en.detail] as const,
  ]),
  ...Object.entries(fieldTexts).map(([code, { zh, en }]) => [code, zh, en] as const),
];

describe('the wording of what is refused', () => {
  it.each(texts)('%s is said in both languages, with the same data', (_, zh, en) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en.trim()).not.toBe('');
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(placeholders(zh)).toEqual(placeholders(en));
  });
});
