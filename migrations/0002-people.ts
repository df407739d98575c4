import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { id, instant, key, nullable, smallCount, text } from './columns';

/** People, their sessions, and how often a sign-in was tried. */
export class People0002 implements MigrationInterface {
  readonly name = 'People0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'person',
        columns: [
          key(),
          text('account', 64),
          text('name', 80),
          text('pinyin', 500),
          text('initials', 80),
          text('password_hash', 255),
          nullable(text('language', 2)),
          instant('created_at'),
        ],
        indices: [{ name: 'person_account', columnNames: ['account'], isUnique: true }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'session',
        columns: [
          { name: 'token_hash', type: 'char', length: '64', isPrimary: true },
          id('person_id'),
          instant('created_at'),
          instant('last_seen_at'),
          instant('expires_at'),
          text('user_agent', 200),
        ],
        indices: [
          { name: 'session_person', columnNames: ['person_id'] },
          { name: 'session_expiry', columnNames: ['expires_at'] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'sign_in_attempt',
        columns: [
          { name: 'source_hash', type: 'char', length: '64', isPrimary: true },
          smallCount('attempts'),
          instant('window_ends_at'),
        ],
        indices: [{ name: 'sign_in_attempt_window', columnNames: ['window_ends_at'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_attempt', 'session', 'person']) await runner.dropTable(table);
  }
}
