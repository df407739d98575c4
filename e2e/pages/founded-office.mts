import { startProduct } from '../servers/product.mjs';

type Product = Awaited<ReturnType<typeof startProduct>>;

export interface Colleague {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** A new office with its own product, where it is the middle of the morning whenever the flow runs. */
export class FoundedOffice {
  static readonly password = 'a-morning-at-the-office';
  readonly url: string;
  #officeId = '';
  readonly #ids = new Map<string, string>();

  private constructor(private readonly product: Product) {
    this.url = product.url;
  }

  /** @param settings of its process, such as another database than the embedded one */
  static async open(colleagues: readonly Colleague[], settings: Readonly<Record<string, string>> = {}): Promise<FoundedOffice> {
    const args = ['--office', '晨光里售楼处', '--time-zone', zoneWhereItIs(10), '--preset', 'standard', '--account', 'boss', '--name', '郑总'];
    const office = new FoundedOffice(await startProduct(settings, { args, password: FoundedOffice.password }));
    try {
      await office.employ(colleagues);
    } catch (error) {
      await office.close();
      throw error;
    }
    return office;
  }

  /** The server goes away, as when its machine restarts; everything is kept. */
  cutOff(): Promise<void> {
    return this.product.cutOff();
  }

  comesBack(): Promise<void> {
    return this.product.start();
  }

  /** Status and words of `npm run verify`. */
  verify(): { readonly status: number | null; readonly said: string } {
    return this.product.verify();
  }

  idOf(account: string): string {
    return this.#ids.get(account) ?? '';
  }

  /** What a program may ask as somebody: for what the console has no page of yet. */
  async asks(account: string, path: string, body: object): Promise<unknown> {
    const { cookie } = await this.signIn(account);
    return (await this.post(`/offices/${this.#officeId}${path}`, body, cookie)).json();
  }

  close(): Promise<void> {
    return this.product.stop();
  }

  private async employ(colleagues: readonly Colleague[]): Promise<void> {
    const { cookie, employments: [employment] } = await this.signIn('boss');
    this.#officeId = employment?.officeId ?? '';
    let rosterPosition = 0;
    for (const colleague of colleagues) {
      const answer = await this.post(`/offices/${this.#officeId}/people`, { ...colleague, password: FoundedOffice.password, rosterPosition: (rosterPosition += 1) }, cookie);
      this.#ids.set(colleague.account, ((await answer.json()) as { readonly id: string }).id);
    }
  }

  private async signIn(account: string): Promise<{ readonly cookie: string; readonly employments: readonly { readonly officeId: string }[] }> {
    const answer = await this.post('/auth/sign-in', { account, password: FoundedOffice.password });
    const view = (await answer.json()) as { readonly employments: readonly { readonly officeId: string }[] };
    return { ...view, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  }

  private async post(path: string, body: object, cookie = ''): Promise<Response> {
    const answer = await fetch(`${this.url}/api${path}`, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }
}

/** A zone that is at this hour now, so that no flow runs into midnight. In these names the sign is turned round. */
function zoneWhereItIs(hour: number): string {
  const ahead = (hour - new Date().getUTCHours() + 36) % 24 - 12;
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
