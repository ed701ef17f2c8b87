import { spawnSync } from 'node:child_process';

// Asks the registry for the signatures of what is installed, and for known vulnerabilities in what ships. A registry
// that doesn't answer such questions is said, and is no failure; a bad answer is one.

const QUESTIONS = [
  { what: 'signatures of the installed packages', args: ['audit', 'signatures'] },
  {
    what: 'vulnerabilities, high or worse, in what ships',
    args: ['audit', '--omit=dev', '--audit-level=high'],
  },
];

const QUIET = ['--fetch-retries=0', '--fetch-timeout=20000', '--loglevel=error'];

// Codes that npm gives when nobody answered, or this registry does not know the question.
const NO_ANSWER =
  /\b(E404|E405|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT)\b|audit endpoint returned an error/;

function ask({ what, args }: (typeof QUESTIONS)[number]): boolean {
  const { status, stdout, stderr } = spawnSync('npm', [...args, ...QUIET], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const text = `${stdout ?? ''}${stderr ?? ''}`;
  if (status === 0) process.stdout.write(`✓ ${what}\n`);
  else if (NO_ANSWER.test(text)) process.stdout.write(`– ${what}: this registry does not answer that\n`);
  else {
    process.stdout.write(`✗ ${what}\n${text}\n`);
    return false;
  }
  return true;
}

process.exit(QUESTIONS.map(ask).every(Boolean) ? 0 : 1);
