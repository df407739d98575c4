import { Announcement } from './announcement';
import type { Config } from '../config/config';
import { createApp } from './create-app';

/** Starts the server and stops it cleanly on SIGINT and SIGTERM: open requests end, streams close, then the database. */
export async function serve(config: Config): Promise<void> {
  const app = await createApp({ config });
  app.enableShutdownHooks();
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.getHttpServer().address() as { port: number };
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  process.stdout.write(`\nLunjie 轮接  http://${host}:${port}\n`);
  for (const line of await app.get(Announcement).lines()) process.stdout.write(`${line}\n`);
}
