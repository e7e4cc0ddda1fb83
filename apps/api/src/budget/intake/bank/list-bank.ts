import type { EntityManager } from 'typeorm';
import { listRows, when, type Asked } from '../../lists.js';
import { BankMovement, BankStatement } from './bank.entities.js';
import type { BankMovementConnection, BankMovementFilter, BankStatementConnection } from './bank.types.js';

const STATEMENTS = {
  entity: BankStatement,
  from: 'bank_statement t',
  sorts: {
    newBalanceOn: { sql: 't.new_balance_on', type: 'date' },
    account: { sql: 't.account', type: 'text' },
  },
  order: { by: 'newBalanceOn', descending: true },
  search: ['t.account', 't.number', 't.file_name'],
} as const;

export function listStatements(manager: EntityManager, asked: Asked): Promise<BankStatementConnection> {
  return listRows(manager, STATEMENTS, asked, []);
}

const MOVEMENTS = {
  entity: BankMovement,
  from: 'bank_movement t JOIN bank_statement b ON b.id = t.statement_id',
  sorts: {
    bookedOn: { sql: 't.booked_on', type: 'date' },
    cents: { sql: 't.cents', type: 'bigint' },
    counterparty: { sql: 'lower(t.counterparty)', type: 'text' },
  },
  order: { by: 'bookedOn', descending: true },
  search: ['t.counterparty', 't.counterparty_account', 't.communication', 't.message', 't.bank_reference', 'b.number'],
} as const;

export function listMovements(manager: EntityManager, filter: BankMovementFilter, asked: Asked): Promise<BankMovementConnection> {
  return listRows(manager, MOVEMENTS, asked, [
    when('t.state = ANY(?::text[])', filter.states),
    when('t.statement_id::text = ?', filter.statementId),
  ]);
}
