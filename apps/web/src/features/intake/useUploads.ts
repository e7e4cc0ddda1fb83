import { useState } from 'react';
import { sendPaper, type PaperAnswer } from './send-paper.js';

export interface Upload {
  readonly key: string;
  readonly name: string;
  /** Nothing while it is under way, or when the server was not reached. */
  readonly answer?: PaperAnswer;
  readonly failed?: boolean;
}

/** Brings files one after the other, each with its own outcome. */
export function useUploads(what: 'e-invoices' | 'statements', onDone: () => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [busy, setBusy] = useState(false);

  async function bring(files: readonly File[]) {
    const waiting = files.map((file) => ({ file, key: crypto.randomUUID() }));
    setBusy(true);
    setUploads(waiting.map(({ file, key }) => ({ key, name: file.name })));
    for (const { file, key } of waiting) {
      const outcome = await sendPaper(what, key, file).then(
        (answer) => ({ answer }),
        () => ({ failed: true }),
      );
      setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...outcome } : each)));
    }
    setBusy(false);
    onDone();
  }
  return { uploads, busy, bring };
}
