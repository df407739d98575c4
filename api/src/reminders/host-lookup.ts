import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config';
import { isInternal } from './internal-addresses';

/** An address somebody may connect to. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Why a host cannot be posted to. */
export class HostRefused extends Error {
  constructor(readonly code: 'host_unknown' | 'address_internal') {
    super(code);
  }
}

/** Asks the system who a host is. A class of its own, so that a test can answer for it. */
@Injectable()
export class HostNames {
  async addresses(host: string): Promise<readonly Address[]> {
    return lookup(host, { all: true, order: 'verbatim' });
  }
}

/** Finds the addresses of a host and refuses those that lead into inner networks. */
@Injectable()
export class HostLookup {
  constructor(
    private readonly names: HostNames,
    private readonly config: Config,
  ) {}

  /**
   * The addresses of a host as a URL writes it, every one of them fit to connect to: a host of which one address is
   * internal is refused whole.
   * @throws HostRefused
   */
  async vetted(hostname: string): Promise<readonly Address[]> {
    const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
    const family = isIP(host);
    const found = family === 0 ? await this.names.addresses(host).catch(() => []) : [{ address: host, family }];
    if (found.length === 0) throw new HostRefused('host_unknown');
    if (!this.config.webhookAllowPrivate && found.some(({ address }) => isInternal(address))) throw new HostRefused('address_internal');
    return found;
  }
}
