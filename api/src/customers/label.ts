const titles = ['先生', '女士', '小姐', '太太', '夫人', '老师', '经理', '总'];

/** Surnames of two characters; all others have one. */
const compound = ['欧阳', '上官', '司马', '诸葛', '司徒', '东方', '独孤', '南宫', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '端木'];

/**
 * What a screen in the open shows of a customer: surname and title, never the full name.
 * @param name as entered; may carry its own title ("孙先生")
 * @param gender from the visit form, where known
 */
export function labelOf(name: string, gender?: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '';
  // A number typed in place of a name stays off the screens too.
  if (!/\p{Script=Han}/u.test(trimmed)) return (trimmed.split(/\s+/).at(-1) ?? '').slice(0, 20).replace(/\d/g, '*');
  const surname = compound.find((each) => trimmed.startsWith(each)) ?? [...trimmed][0] ?? '';
  const title = titles.find((each) => trimmed.endsWith(each) && trimmed.length > each.length);
  return surname + (title ?? (gender === 'female' ? '女士' : gender === 'male' ? '先生' : '*'));
}
