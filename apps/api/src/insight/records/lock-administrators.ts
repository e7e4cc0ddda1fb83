import type { EntityManager } from 'typeorm';

/** Two administrators who take each other's role away wait for each other; in the order that everybody locks them. */
export async function lockAdministrators(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT 1 FROM person WHERE role = 'ADMINISTRATOR' AND active ORDER BY id FOR NO KEY UPDATE`);
}
