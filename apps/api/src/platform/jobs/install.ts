import { PgBoss } from 'pg-boss';
import { JOB_SCHEMA, queues } from './queues.js';

/** Makes or updates pg-boss's schema and our queues, with the owner's rights. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: JOB_SCHEMA, max: 2, supervise: false, schedule: false });
  boss.on('error', () => {}); // what matters is thrown by the calls below
  try {
    await boss.start();
    for (const [name, options] of Object.entries(queues)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
