import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The measures of one program, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();

  readonly httpSeconds = new Histogram({
    name: 'karavaan_http_request_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly operationSeconds = new Histogram({
    name: 'karavaan_graphql_operation_seconds',
    help: 'Duration of GraphQL operations',
    labelNames: ['type', 'field', 'outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry, prefix: 'karavaan_' });
    this.registry.registerMetric(connections(dataSource));
    this.registry.registerMetric(jobs(dataSource));
  }
}

function connections(dataSource: DataSource): Gauge {
  return new Gauge({
    name: 'karavaan_database_connections',
    help: 'Connections of the pool',
    labelNames: ['state'] as const,
    registers: [],
    collect() {
      const pool = poolOf(dataSource);
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}

function jobs(dataSource: DataSource): Gauge {
  return new Gauge({
    name: 'karavaan_jobs',
    help: 'Jobs that wait, run or have failed for good',
    labelNames: ['queue', 'state'] as const,
    registers: [],
    async collect() {
      this.reset();
      const rows = await dataSource
        .query<{ name: string; state: string; jobs: number }[]>(
          `SELECT name, state::text, count(*)::int AS jobs FROM pgboss.job WHERE state IN ('created', 'retry', 'active', 'failed') GROUP BY 1, 2`,
        )
        .catch(() => []);
      for (const { name, state, jobs } of rows) this.set({ queue: name, state }, jobs);
    },
  });
}

interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
