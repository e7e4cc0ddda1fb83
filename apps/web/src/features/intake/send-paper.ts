import type { FindingCode, IncomingState, ParkedReason } from '../../graphql/generated/graphql.js';

/** What became of one file. */
export interface PaperAnswer {
  readonly status: number;
  readonly id: string;
  /** Why it was refused. */
  readonly code?: string;
  readonly fileLine?: number;
  readonly found?: string | null;
  readonly expected?: string;
  readonly state?: IncomingState;
  readonly reason?: ParkedReason | null;
  readonly number?: string;
  readonly supplierName?: string;
  readonly note?: string;
  readonly findings?: readonly {
    readonly code: FindingCode;
    readonly fileLine: number;
    readonly field: string;
    readonly invoiceLine?: string | null;
    readonly found?: string | null;
    readonly expected?: string | null;
  }[];
  readonly statements?: number;
  readonly movements?: number;
  readonly matched?: number;
}

/** Brings an e-invoice or a bank statement. Fails when the server cannot be reached. */
export async function sendPaper(what: 'e-invoices' | 'statements', id: string, file: File): Promise<PaperAnswer> {
  const answer = await fetch(`/budget-files/${what}/${id}?name=${encodeURIComponent(file.name)}`, { method: 'PUT', body: file });
  const said = (await answer.json().catch(() => ({ code: 'FAILED' }))) as Omit<PaperAnswer, 'status' | 'id'>;
  return { ...said, status: answer.status, id };
}

/** Brings a table for a preview. Fails when the server cannot be reached. */
export async function sendTable(id: string, kind: string, agreement: string | null, file: File): Promise<PaperAnswer> {
  const query = new URLSearchParams({ kind, name: file.name, ...(agreement ? { agreement } : {}) });
  const answer = await fetch(`/budget-files/tables/${id}?${query}`, { method: 'PUT', body: file });
  const said = (await answer.json().catch(() => ({ code: 'FAILED' }))) as Omit<PaperAnswer, 'status' | 'id'>;
  return { ...said, status: answer.status, id };
}
