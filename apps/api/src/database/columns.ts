import { Column, CreateDateColumn, type ColumnOptions } from 'typeorm';

/** `timestamptz` set by the server when the row is made. */
export const CreatedAt = () => CreateDateColumn({ type: 'timestamptz', default: () => 'now()' });

/** An instant. */
export const Instant = (options: ColumnOptions = {}) => Column({ ...options, type: 'timestamptz' });

/** A day as `YYYY-MM-DD`, kept as text in the program so that no time zone can shift it. */
export const Day = (options: ColumnOptions = {}) => Column({ ...options, type: 'date' });

/** Half-open period of instants, as PostgreSQL writes it: `["2026-11-23 08:00:00+01","2026-11-25 17:00:00+01")`. */
export const During = (options: ColumnOptions = {}) => Column({ ...options, type: 'tstzrange' });
