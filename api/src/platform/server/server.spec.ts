import { jest } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { Public } from '../access/access';
import { Problem } from '../errors/problem';
import { describeOnBothDatabases } from '../testing/both-databases';
import type { TestApp } from '../testing/test-app';

class Guest {
  @IsString() @MaxLength(5) name!: string;
}

class Party {
  @IsInt() @Min(1) size!: number;
  @IsIn(['walk_in', 'referral']) source!: string;
  @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Guest) guests!: Guest[];
}

@Public()
@Controller('probe')
class ProbeController {
  @Post() party(@Body() body: Party): Party {
    return body;
  }

  @Get('broken') broken(): never {
    throw new Error('the password is hunter2');
  }

  @Get('refused/:seconds') refused(@Param('seconds') seconds: string): never {
    throw new Problem('too_many_requests', 429, { seconds });
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

describeOnBothDatabases('the server', (open) => {
  let test: TestApp;
  const post = (payload: string | object, headers: Record<string, string> = {}): ReturnType<TestApp['inject']> =>
    test.inject({ method: 'POST', url: '/api/probe', payload, headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers } });

  beforeAll(async () => {
    test = await open();
  });

  it('is healthy', async () => {
    const answer = await test.inject({ url: '/api/health' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok', database: 'ok', redis: 'none' }]);
  });

  it('names every path and reason of a request it refuses', async () => {
    const answer = await post({ size: 0, source: 'moon', guests: [{ name: 'too long' }], extra: 1 });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request', detail: expect.stringContaining('4 entries') });
    expect(answer.json().errors).toEqual(expect.arrayContaining([
      { path: 'extra', code: 'unknown_field', message: 'is not expected here' },
      { path: 'size', code: 'min', message: 'must be at least 1' },
      { path: 'source', code: 'is_in', message: 'must be one of walk_in, referral' },
      { path: 'guests.0.name', code: 'max_length', message: 'may have at most 5 characters' },
    ]));
  });

  it('says it in Chinese unless asked for English', async () => {
    const answer = await post({ size: 1, source: 'walk_in', guests: {} }, { 'accept-language': 'de' });
    expect(answer.headers['content-language']).toBe('zh');
    expect(answer.json()).toMatchObject({ title: '填写有误' });
  });

  it.each([
    ['a body that is no JSON', '{"size":', {}, 400, 'malformed_body'],
    ['a body that would change prototypes', '{"__proto__":{"a":1}}', {}, 400, 'malformed_body'],
    ['a form', 'size=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['a body beyond 256 KiB', JSON.stringify({ size: 'x'.repeat(300_000) }), {}, 413, 'body_too_large'],
    ['no body', '', {}, 400, 'malformed_body'],
  ])('refuses %s', async (_, payload, headers, status, code) => {
    const answer = await post(payload, headers);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('has a problem document for an address and a method it does not know', async () => {
    const answers = [await test.inject({ url: '/api/nowhere?name=secret' }), await test.inject({ method: 'DELETE', url: '/api/probe' })];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code, answer.json().data.path])).toEqual([[404, 'route_unknown', '/api/nowhere'], [404, 'route_unknown', '/api/probe']]);
  });

  it('answers a malformed address with a problem document', async () => {
    const answer = await test.inject({ url: '/api/%zz' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'refused', status: 400 });
  });

  it('keeps an unexpected error to itself and gives it a number', async () => {
    const { Logger } = await import('@nestjs/common');
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const answer = await test.inject({ url: '/api/probe/broken', headers: { 'accept-language': 'en' } });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    const { data, code } = answer.json();
    expect([code, data.incident]).toEqual(['internal', expect.stringMatching(/^[0-9a-f]{8}$/)]);
    expect(JSON.stringify(logged.mock.calls)).toContain(data.incident);
    logged.mockRestore();
  });

  it('answers a problem with its own status and data', async () => {
    const answer = await test.inject({ url: '/api/probe/refused/30', headers: { 'accept-language': 'en' } });
    expect(answer.json()).toMatchObject({ status: 429, detail: 'Try again in 30 seconds.', data: { seconds: '30' } });
  });

  it('sends no HSTS and no upgrade to https on plain http', async () => {
    const { headers } = await test.inject({ url: '/api/health' });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });
}, { features: [ProbeModule] });
