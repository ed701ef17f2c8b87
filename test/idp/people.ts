import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hash = promisify<string, Buffer, number, Buffer>(scrypt);
const HASH_BYTES = 32;

/** Somebody who may sign in, as given at start. */
export interface Person {
  email: string;
  name: string;
  password: string;
}

export interface Account {
  /** Subject identifier in ID tokens; the e-mail address in lower case. */
  id: string;
  email: string;
  name: string;
}

export interface People {
  find(id: string): Account | undefined;
  /** The account whose password it is; as slow for an address that doesn't exist. */
  authenticate(email: string, password: string): Promise<Account | undefined>;
}

/** Keeps passwords as salted scrypt hashes. */
export async function createPeople(people: readonly Person[]): Promise<People> {
  const salt = randomBytes(16);
  const accounts = new Map<string, { account: Account; passwordHash: Buffer }>();
  for (const { email, name, password } of people) {
    const id = email.toLowerCase();
    accounts.set(id, { account: { id, email, name }, passwordHash: await hash(password, salt, HASH_BYTES) });
  }
  const nobody = randomBytes(HASH_BYTES);
  return {
    find: (id) => accounts.get(id)?.account,
    async authenticate(email, password) {
      const entry = accounts.get(email.trim().toLowerCase());
      const given = await hash(password, salt, HASH_BYTES);
      return timingSafeEqual(given, entry?.passwordHash ?? nobody) ? entry?.account : undefined;
    },
  };
}
