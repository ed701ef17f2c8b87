/** Who may sign in at the demonstration's identity provider, and which device is theirs. Passwords are no secrets here. */
export const ADA = { email: 'ada@example.com', name: 'Ada Lovelace', password: 'ada-demo' };
export const GRACE = { email: 'grace@example.com', name: 'Grace Hopper', password: 'grace-demo' };
export const PEOPLE = [ADA, GRACE];
