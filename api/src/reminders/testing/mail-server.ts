import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A mail as it arrived: the whole of what was sent after DATA, decoded no further. */
export interface TakenMail {
  readonly to: string;
  readonly text: string;
}

/** A mail server that keeps what it takes (SMTP, RFC 5321, as much as a sender needs); it can be told to refuse. */
export interface MailServer {
  readonly url: string;
  readonly taken: TakenMail[];
  refuses(yes: boolean): void;
  stop(): Promise<void>;
}

export async function mailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  let refuses = false;
  const server = createServer((socket) => {
    let heard = '';
    let to = '';
    let isData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const takes = (line: string): void => {
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'EHLO' || command === 'HELO') return void say('250 test');
      if (command === 'RCPT' && refuses) return void say('451 not now');
      if (command === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (command === 'DATA') {
        isData = true;
        return void say('354 go on');
      }
      say(command === 'QUIT' ? '221 bye' : '250 fine');
    };
    socket.setEncoding('utf8').on('error', () => undefined).on('data', (chunk: string) => {
      heard += chunk;
      for (;;) {
        const end = heard.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = heard.slice(0, end);
        heard = heard.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          taken.push({ to, text: part });
          say('250 taken');
        } else takes(part);
      }
    });
    say('220 test');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refuses: (yes) => { refuses = yes; },
    stop: async () => { server.close(); await once(server, 'close'); },
  };
}
