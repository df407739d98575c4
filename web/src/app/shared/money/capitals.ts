const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const places = ['', '拾', '佰', '仟'] as const;
const groups = ['', '万', '亿', '万亿'] as const;

/** Four digits in capitals: `1005` is 壹仟零伍. */
function group(four: number): string {
  let said = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) gap = gap || said !== '';
    else {
      said += `${gap ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`;
      gap = false;
    }
  }
  return said;
}

/** An amount as a receipt writes it so that no digit can be added (大写金额): 壹佰伍拾捌万陆仟元整. @param fen whole 分 */
export function inCapitals(fen: number): string {
  const [yuan, jiao, cent] = [Math.floor(Math.abs(fen) / 100), Math.floor(Math.abs(fen) / 10) % 10, Math.abs(fen) % 10];
  let said = '';
  let gap = false;
  for (let at = 3; at >= 0; at -= 1) {
    const four = Math.floor(yuan / 10_000 ** at) % 10_000;
    if (four === 0) {
      gap = gap || said !== '';
      continue;
    }
    said += `${said !== '' && (gap || four < 1_000) ? '零' : ''}${group(four)}${groups[at] ?? ''}`;
    gap = false;
  }
  const whole = said === '' ? '' : `${said}元`;
  const rest = jiao === 0 && cent === 0 ? '整' : `${jiao === 0 ? whole === '' ? '' : '零' : `${digits[jiao] ?? ''}角`}${cent === 0 ? '' : `${digits[cent] ?? ''}分`}`;
  return `${fen < 0 ? '负' : ''}${whole === '' && rest === '整' ? '零元整' : whole + rest}`;
}
