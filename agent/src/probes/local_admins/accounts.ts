/** Groups whose members may become root by the usual configuration of distributions. */
const ADMIN_GROUPS = new Set(['sudo', 'wheel', 'admin', 'root']);
/** Primary group of the system's own accounts, too (`sync`, `shutdown`, `halt`): that makes nobody root. */
const ROOTS_OWN = '0';

/**
 * Accounts with root's powers, from passwd(5) and group(5): user id 0, and members of an admin group by list or as
 * their primary group. Sorted; accounts of a directory service are not in these files.
 */
export function findAdmins(passwd: string, group: string): string[] {
  const groups = records(group).filter(([name]) => ADMIN_GROUPS.has(name ?? ''));
  const groupIds = new Set(groups.map(([, , id]) => id).filter((id) => id !== ROOTS_OWN));
  const listed = groups.flatMap(([, , , members]) => (members ?? '').split(','));
  const users = records(passwd);
  const byId = users.filter(([, , uid, gid]) => uid === '0' || groupIds.has(gid)).map(([name]) => name ?? '');
  return [...new Set([...byId, ...listed])].filter(Boolean).sort();
}

const records = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(':'));
