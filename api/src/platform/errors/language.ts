import type { Language } from '@lunjie/contracts';
import type { FastifyRequest } from 'fastify';

/** The language of an answer: the person's saved one, else the first of Accept-Language that is known, else Chinese. */
export function languageOf(request: Pick<FastifyRequest, 'headers' | 'signedIn'>): Language {
  return request.signedIn?.language ?? accepted(request.headers['accept-language'] ?? '');
}

function accepted(header: string): Language {
  const wishes = header
    .split(',')
    .map((wish) => {
      const [name = '', quality] = wish.trim().toLowerCase().split(';q=');
      return { name: name.split('-')[0], weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.find(({ name }) => name === 'zh' || name === 'en')?.name === 'en' ? 'en' : 'zh';
}
