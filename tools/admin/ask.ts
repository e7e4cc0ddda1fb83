import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks on the terminal; without one it says which variable to set instead. */
export function ask(question: string, variable: string): Promise<string> {
  return prompt(question, variable, process.stdout);
}

/** As `ask`, without showing what is typed. */
export async function askPassword(question: string, variable: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (process.stdin.isTTY) process.stdout.write(question);
  const answer = await prompt('', variable, silent);
  process.stdout.write('\n');
  return answer;
}

async function prompt(question: string, variable: string, output: NodeJS.WritableStream): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`There is no terminal to ask on: set ${variable}.`);
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
