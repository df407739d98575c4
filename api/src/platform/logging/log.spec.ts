import fastify from 'fastify';
import { NestLog, logRequests, openLog } from './log';

interface Line {
  readonly [name: string]: unknown;
}

function recorded(): { lines: Line[]; log: ReturnType<typeof openLog> } {
  const lines: Line[] = [];
  return { lines, log: openLog('info', { write: (line) => void lines.push(JSON.parse(line) as Line) }) };
}

describe('the log', () => {
  it('removes what is secret or personal, also inside what is logged', () => {
    const { lines, log } = recorded();
    log.info({ phone: '13800138000', request: { headers: { cookie: 'sid=1', authorization: 'Bearer x' }, body: { password: 'hunter2' } } }, 'x');
    const text = JSON.stringify(lines);
    expect(text).not.toMatch(/13800138000|sid=1|Bearer|hunter2/);
    expect(text).toContain('[removed]');
  });

  it('has one line a request: pattern, status and time, without query, body or parameters', async () => {
    const { lines, log } = recorded();
    const server = fastify();
    logRequests(server, log);
    server.get('/api/customers/:name', () => 'ok');
    await server.inject('/api/customers/%E7%8E%8B?phone=13800138000');
    await server.close();
    expect(lines).toEqual([expect.objectContaining({ method: 'GET', route: '/api/customers/:name', status: 200, ms: expect.any(Number) })]);
    expect(JSON.stringify(lines)).not.toMatch(/13800138000|%E7/);
  });

  it('takes what Nest logs, with its context, and leaves the chatter of its start out', () => {
    const { lines, log } = recorded();
    const nest = new NestLog(log);
    nest.log('Mapped {/api/health, GET} route', 'RouterExplorer');
    nest.warn('low on disk', 'Jobs');
    nest.error(new Error('broken'), undefined, 'Jobs');
    expect(lines).toEqual([
      expect.objectContaining({ level: 40, context: 'Jobs', msg: 'low on disk' }),
      expect.objectContaining({ level: 50, context: 'Jobs', msg: 'broken', err: expect.objectContaining({ message: 'broken' }) }),
    ]);
  });
});
