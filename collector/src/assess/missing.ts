import type { Missing } from './evidence.ts';

/** In plain words why there is no value, and what a person can do about it. */
export const MISSING: { [R in Missing]: { why: string; remedy: string } } = {
  not_supported: { why: 'this system has no way to tell', remedy: 'Ask IT what applies to this device.' },
  tool_missing: {
    why: 'the program that would tell is not installed',
    remedy: 'Install the program that is named, or ask IT for help.',
  },
  permission: {
    why: 'the agent may not read it',
    remedy: 'The agent has to run as a system service with administrator rights. Ask IT for help.',
  },
  timeout: {
    why: 'it took too long to answer',
    remedy: 'It is tried again by itself. Restart the computer if this stays.',
  },
  exit: {
    why: 'a program that was asked failed',
    remedy: 'It is tried again by itself. Ask IT for help if this stays.',
  },
  unparsed: { why: 'the answer was not understood', remedy: 'Update the agent, or ask IT for help.' },
  stale: {
    why: 'what is known is too old',
    remedy: 'Connect the computer to the network and make sure that the agent is running.',
  },
  conflict: { why: 'two sources disagree', remedy: 'Ask IT for help.' },
  namespace: {
    why: 'a container or sandbox hides it',
    remedy: 'Run the agent on the computer itself, not in a container.',
  },
  session: { why: 'nobody is signed in', remedy: 'Sign in to the computer.' },
  crashed: { why: "the agent's probe failed", remedy: 'Update the agent, or ask IT for help.' },
  never_reported: { why: 'the agent did not report it', remedy: 'Update the agent, or ask IT for help.' },
  unlisted: {
    why: 'the version is not known here',
    remedy: "Ask IT to update the collector's data on operating systems.",
  },
};
