import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Settings } from '../settings.js';
import { CHANNEL } from './announce-change.js';
import { LiveKind, type LiveChange } from './change.js';

/** What comes in this short a time is told together: a reservation changes its units in the same breath. */
const GATHER_MS = 50;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 15_000;
/** A connection that a firewall has quietly forgotten answers no question. */
const PROBE_EVERY_MS = 30_000;

export interface Listener {
  /** Changes that were committed, each once. */
  changed(changes: readonly LiveChange[]): void;
  /** The connection was away: changes may have gone by. Also once listening begins. */
  missed(): void;
}

/** The one connection of this replica that listens for changes; it is made when somebody first wants to know. */
@Injectable()
export class ChangeFeed implements OnModuleDestroy {
  private readonly logger = new Logger('ChangeFeed');
  private readonly listeners = new Set<Listener>();
  private readonly gathered = new Map<string, LiveChange>();
  private client: pg.Client | undefined;
  private listening = false;
  private stopped = false;
  private retryMs = FIRST_RETRY_MS;
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly settings: Settings) {}

  get isListening(): boolean {
    return this.listening;
  }

  /** Begins to tell; the result ends it. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.listening) listener.missed();
    else if (!this.client && !this.timers.has('retry')) void this.connect();
    return () => void this.listeners.delete(listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await this.client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'karavaan-live',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    this.client = client;
    // After `end` nothing more is expected of it; both may come, once is enough.
    client.once('error', () => this.lost(client));
    client.once('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.gather(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch {
      return this.lost(client);
    }
    this.listening = true;
    this.retryMs = FIRST_RETRY_MS;
    for (const listener of this.listeners) listener.missed();
    this.probe(client);
  }

  private probe(client: pg.Client): void {
    this.after('probe', PROBE_EVERY_MS, () => {
      client.query('SELECT 1').then(
        () => this.client === client && this.probe(client),
        () => this.lost(client),
      );
    });
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.listening = false;
    client.on('error', () => {});
    void client.end().catch(() => {});
    if (this.stopped) return;
    this.logger.warn('the connection that listens for changes was lost; trying again');
    // Replicas that lost the same database do not come back in step.
    this.after('retry', this.retryMs * (0.5 + Math.random()), () => void this.connect());
    this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS);
  }

  private gather(payload: string): void {
    const [kind = '', id = ''] = payload.split(':');
    if (!(kind in LiveKind) || !id) return;
    this.gathered.set(payload, { kind: kind as LiveKind, id });
    if (this.timers.has('tell')) return;
    this.after('tell', GATHER_MS, () => {
      const changes = [...this.gathered.values()];
      this.gathered.clear();
      for (const listener of this.listeners) listener.changed(changes);
    });
  }

  private after(name: string, ms: number, then: () => void): void {
    clearTimeout(this.timers.get(name));
    const timer = setTimeout(() => {
      this.timers.delete(name);
      then();
    }, ms);
    timer.unref();
    this.timers.set(name, timer);
  }
}
