import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What is to be invented, and where. */
export interface Generating {
  readonly app: NestFastifyApplication;
  readonly count: number;
  readonly offices: readonly { readonly office: string; readonly agents: readonly string[] }[];
  readonly seed: string;
  readonly say: (text: string) => void;
}
