import { timeOf } from '@karavaan/domain';
import { randomUUID } from 'node:crypto';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { pino, type Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { cleanUp } from './auth/clean-up.js';
import { proposeCosts } from './budget/running/propose-costs.js';
import { verifyLedger } from './budget/ledger/verify-ledger.js';
import { inTransaction } from './database/transaction.js';
import { applyRetention } from './insight/privacy/retention.js';
import { expireHolds } from './placement/expire-holds.js';
import { JOB_SCHEMA, type QueueName } from './platform/jobs/queues.js';
import { sendMail, smtpSender } from './platform/mail/send-mail.js';
import { requestContext } from './platform/request-context.js';
import { adjustable, refreshSettings } from './platform/adjustable-settings.js';
import type { Settings } from './platform/settings.js';
import { refreshTravel } from './sites/travel/refresh-travel.js';
import { providerOf } from './sites/travel/provider-of.js';
import { recoverPlans } from './transport/planning/jobs/recover-plans.js';
import { runPlan } from './transport/planning/jobs/run-plan.js';
import { remindInspections } from './reservations/care/remind-inspections.js';
import { tellFollowers } from './reservations/follow/tell-followers.js';
import { tellInstructors } from './reservations/instructors/tell-instructors.js';
import { remindReservations } from './reservations/reminders/remind-reservations.js';
import { offerToLines } from './reservations/waiting/offer-to-line.js';

/** How long running jobs get to end when the worker stops. */
const PATIENCE_MS = 15_000;

type Job = JobWithMetadata<Record<string, unknown>>;
type Work = (job: Job) => Promise<unknown>;

/**
 * Works the queues until `stop` is called. Several workers may run: each job is worked by one of them.
 * @param pollSeconds how often an idle worker looks for jobs
 */
export async function startWorker(
  dataSource: DataSource,
  base: Settings,
  { pollSeconds = 2 } = {},
): Promise<{ stop: () => Promise<void> }> {
  const settings = adjustable(base);
  const logger = pino({ level: settings.logLevel });
  const boss = new PgBoss({
    connectionString: settings.databaseUrl,
    schema: JOB_SCHEMA,
    application_name: 'karavaan-jobs',
    max: 4,
    // The schema is the migration step's business, and so is rebuilding its indexes.
    migrate: false,
    createSchema: false,
    reindex: false,
  });
  boss.on('error', (error) => logger.error({ err: { type: error.name, message: error.message } }, 'job queue'));
  await boss.start();

  const sender = smtpSender(settings);
  const provider = providerOf(settings);
  const works: Record<QueueName, Work> = {
    'mail.send': ({ data, retryCount, retryLimit }) =>
      sendMail(dataSource, sender, String(data.mailId), retryCount >= retryLimit),
    'holds.expire': () => inTransaction(dataSource, (tx) => expireHolds(tx)),
    'follows.tell': () => tellFollowers(dataSource, settings),
    'waiting.offer': () => offerToLines(dataSource, settings),
    'inspections.remind': () => inTransaction(dataSource, (tx) => remindInspections(tx, settings.publicUrl)),
    'privacy.retain': () => inTransaction(dataSource, (tx) => applyRetention(tx, null)),
    'instructors.tell': () => inTransaction(dataSource, (tx) => tellInstructors(tx, settings)),
    'reservations.remind': () => (isEarly(settings) ? Promise.resolve() : remindReservations(dataSource, settings)),
    'costs.propose': () => inTransaction(dataSource, (tx) => proposeCosts(tx)),
    'ledger.verify': () => inTransaction(dataSource, (tx) => verifyLedger(tx, null)),
    'plan.run': ({ data }) => runPlan(dataSource, settings, String(data.planId)),
    'plans.recover': () => inTransaction(dataSource, (tx) => recoverPlans(tx)),
    'travel.refresh': () => refreshTravel(dataSource, settings, provider),
    'rows.clean-up': () => cleanUp(dataSource),
  };
  for (const [queue, work] of Object.entries(works))
    await boss.work(queue, { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: pollSeconds }, async ([job]: Job[]) => {
      if (!job) return;
      await refreshSettings(settings, dataSource.manager);
      await logged(logger, queue, job, work);
    });
  await schedule(boss, 'holds.expire', '7 * * * *');
  // What came free is offered at once; the round catches what no write announced, such as a unit put back in service.
  await schedule(boss, 'waiting.offer', '* * * * *');
  await schedule(boss, 'instructors.tell', '* * * * *');
  await schedule(boss, 'follows.tell', '*/10 * * * *');
  await schedule(boss, 'inspections.remind', '30 6 * * 1-5');
  await schedule(boss, 'privacy.retain', '35 3 * * *');
  // Each hour of the day, since what is confirmed at noon may begin tomorrow; nothing is told twice.
  await schedule(boss, 'reservations.remind', '10 8-18 * * *');
  await schedule(boss, 'costs.propose', '20 4 * * *');
  await schedule(boss, 'ledger.verify', '50 2 * * *');
  await schedule(boss, 'plans.recover', '* * * * *');
  await schedule(boss, 'travel.refresh', '25 * * * *');
  await schedule(boss, 'rows.clean-up', '15 3 * * *');

  return { stop: () => boss.stop({ graceful: true, timeout: PATIENCE_MS }) };
}

const schedule = (boss: PgBoss, queue: QueueName, cron: string) => boss.schedule(queue, cron, null, { tz: 'Europe/Brussels' });

/** Before the hour at which reminders may leave. */
const isEarly = ({ reminderHour }: Settings) => Number(timeOf(Date.now()).slice(0, 2)) < reminderHour;

/** One line for each job: its queue, id and outcome, never what it carries. */
function logged(logger: Logger, queue: string, job: Job, work: Work): Promise<void> {
  const requestId = randomUUID();
  const facts = { queue, jobId: job.id, attempt: job.retryCount + 1, requestId };
  return requestContext.run({ requestId }, async () => {
    try {
      await work(job);
      logger.info(facts, 'job done');
    } catch (error) {
      logger.warn({ ...facts, err: { type: (error as Error).name, code: (error as { code?: string }).code } }, 'job failed');
      throw error;
    }
  });
}
