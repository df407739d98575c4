const titles = ['先生', '女士', '小姐', '太太', '夫人', '老师', '经理', '总'];

/** Surnames of two characters; all others have one. */
const compound = ['欧阳', '上官', '司马', '诸葛', '司徒', '东方', '独孤', '南宫', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '端木'];

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** The surname of a Chinese name; the last word of any other. */
export function surnameOf(name: string): string {
  const trimmed = name.trim();
  if (!isChinese(trimmed)) return trimmed.split(/\s+/).at(-1) ?? '';
  return compound.find((each) => trimmed.startsWith(each)) ?? [...trimmed][0] ?? '';
}

const titleOf = (name: string): string | undefined => titles.find((each) => name.endsWith(each) && name.length > each.length);

/** Whether no more than a surname is said ("孙", "孙先生"): enough to greet somebody, not to tell them from another. */
export function isSurnameOnly(name: string): boolean {
  const trimmed = name.trim();
  const bare = isChinese(trimmed) ? trimmed.slice(0, trimmed.length - (titleOf(trimmed)?.length ?? 0)) : trimmed;
  return bare === surnameOf(trimmed) && (isChinese(trimmed) || !/\s/.test(trimmed));
}

/**
 * What a screen in the open shows of a customer: surname and title, never the full name.
 * @param name as entered; may carry its own title ("孙先生")
 * @param gender from the visit form, where known
 */
export function labelOf(name: string, gender?: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '';
  // A number typed in place of a name stays off the screens too.
  if (!isChinese(trimmed)) return surnameOf(trimmed).slice(0, 20).replace(/\d/g, '*');
  return surnameOf(trimmed) + (titleOf(trimmed) ?? (gender === 'female' ? '女士' : gender === 'male' ? '先生' : '*'));
}
