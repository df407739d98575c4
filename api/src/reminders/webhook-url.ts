import { Problem } from '../platform/errors/problem';

const longest = 500;

/**
 * The address of a webhook as it is kept: whole, https, without a user, a password or a fragment. Numbers that stand for
 * an IPv4 address (2130706433, 0x7f.1) come out as the address they are.
 * @param plainToo whether http:// is taken as well
 * @throws Problem 400 `webhook_url_refused`
 */
export function webhookUrl(typed: string, plainToo: boolean): URL {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  const isFit = url !== null && (url.protocol === 'https:' || (plainToo && url.protocol === 'http:')) && url.hostname !== '' && url.username === '' && url.password === '' && url.hash === '' && url.href.length <= longest;
  if (!isFit) throw new Problem('webhook_url_refused', 400);
  return url;
}
