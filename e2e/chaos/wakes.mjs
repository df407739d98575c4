import Bull from 'bull';
import { Redis } from 'ioredis';

/** Wakes the workers of all instances for what is due, as an instance does that has something for them; without Redis nobody is woken. */
export function wakesOf(url) {
  const connections = [];
  const connect = () => {
    const connection = new Redis(url, { maxRetriesPerRequest: null, enableReadyCheck: false, retryStrategy: () => 200 });
    connection.on('error', () => undefined);
    connections.push(connection);
    return connection;
  };
  const queue = new Bull('due', { prefix: 'lunjie', createClient: connect, defaultJobOptions: { removeOnComplete: true, removeOnFail: true } });
  queue.on('error', () => undefined);
  let isAsking = false;
  const ask = async () => {
    if (isAsking || queue.client.status !== 'ready') return;
    isAsking = true;
    try {
      // One for each instance; those that wait already are enough.
      if (await queue.getWaitingCount() === 0) await Promise.all([queue.add('follow-up', null), queue.add('follow-up', null)]);
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => void ask().catch(() => undefined), 250);
  return {
    end() {
      clearInterval(timer);
      for (const connection of connections) connection.disconnect();
    },
  };
}
