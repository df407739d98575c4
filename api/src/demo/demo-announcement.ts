import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Announcement } from '../platform/server/announcement';
import { DemoPeople } from './demo-people';

/** How many columns of a terminal a text takes: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - widthOf(text)));
}

/** Says after the start whom one can sign in as. */
@Injectable()
export class DemoAnnouncement implements OnModuleInit {
  constructor(
    private readonly announcement: Announcement,
    private readonly people: DemoPeople,
  ) {}

  onModuleInit(): void {
    this.announcement.add(async () => this.lines());
  }

  private async lines(): Promise<readonly string[]> {
    const { demo, password, people } = await this.people.view();
    if (!demo || password === null) return [];
    return [
      '',
      `Demo 演示: sign in as anybody below, password 密码 ${password}`,
      ...people.map(({ account, name, role, tryThis }) => `  ${padded(account, 12)}${padded(name, 8)}${padded(role, 12)}${tryThis.en}`),
      '',
    ];
  }
}
