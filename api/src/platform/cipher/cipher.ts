import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Keeps personal data unreadable at rest, and findable without reading it. */
@Injectable()
export class Cipher {
  private readonly encryption: KeyObject;
  private readonly lookup: KeyObject;

  constructor(config: Config) {
    const derived = (purpose: string): KeyObject => createSecretKey(Buffer.from(hkdfSync('sha256', config.secret, 'lunjie', purpose, 32)));
    this.encryption = derived('personal data');
    this.lookup = derived('lookup');
  }

  /** AES-256-GCM with a random nonce; base64url. */
  encrypt(text: string): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.encryption, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @throws when the text was altered or another secret made it */
  decrypt(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(algorithm, this.encryption, bytes.subarray(0, nonceLength));
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString('utf8');
  }

  /** A keyed hash (hex) of a value within an office, by which it is found again. */
  keyedHash(officeId: string, value: string): string {
    return createHmac('sha256', this.lookup).update(`${officeId}\n${value}`).digest('hex');
  }
}
