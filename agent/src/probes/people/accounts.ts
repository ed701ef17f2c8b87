import type { Files } from '../../system/files.ts';

/** An account of passwd(5) that belongs to a person. */
export interface PersonAccount {
  name: string;
  uid: number;
  home: string;
}

// useradd's UID_MIN on the distributions we know; from 60000 on systemd and containers have theirs.
const FIRST_PERSON = 1000;
const LAST_PERSON = 59_999;

/** Accounts that a person can sign in with, in the file's order; those of a directory service are not in it. */
export function parsePeople(passwd: string): PersonAccount[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', , , home = '', shell = ''] = line.trim().split(':');
    const id = /^\d+$/.test(uid) ? Number(uid) : -1;
    const isPerson = id >= FIRST_PERSON && id <= LAST_PERSON && home.startsWith('/');
    return isPerson && name !== '' && !/\/(nologin|false|sync)$/.test(shell) ? { name, uid: id, home } : [];
  });
}

/** Throws `FileError`, also when there is no passwd: a system without accounts is none that we see. */
export const readPeople = async (files: Files): Promise<PersonAccount[]> =>
  parsePeople(await files.readText('/etc/passwd'));
