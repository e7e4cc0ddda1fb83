import type { EntityManager } from 'typeorm';

/** A readable code for addresses: `Sint-Jozef Brugge` → `sint-jozef-brugge`, with a number behind it when it is taken. */
export async function freeCode(tx: EntityManager, table: 'organisation' | 'site', name: string): Promise<string> {
  const base = slug(name) || table;
  const rows = await tx.query<{ code: string }[]>(`SELECT code FROM ${table} WHERE code = $1 OR code LIKE $1 || '-%'`, [base]);
  const taken = new Set(rows.map(({ code }) => code));
  let code = base;
  for (let number = 2; taken.has(code); number++) code = `${base}-${number}`;
  return code;
}

function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
