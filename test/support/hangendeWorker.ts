/**
 * A worker that stores a verslag and then never says that it did: the moment between the row and the completion of its
 * task, held still so that a test can kill everything in it.
 */
import process from 'node:process';
import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { maakTransport } from '../../activities/mail/transport.ts';
import { postQueueVan } from '../../domain/taskQueue.ts';
import { maakDatabase } from '../../infra/database.ts';
import { maakHerstel } from '../../infra/herstel.ts';
import { citUit, leesInstellingen, tafelbeleidUit } from '../../infra/instellingen.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { maakLinkzegel } from '../../infra/links.ts';
import { maakLogboek } from '../../infra/logboek.ts';
import { leesTemporal, verbindClient, verbindWorker } from '../../infra/temporal.ts';
import { vindBundel } from '../../workers/bundel.ts';

const instellingen = leesInstellingen(process.env);
const instelling = leesTemporal(process.env);
const logboek = maakLogboek('worker', 'silent');
const db = maakDatabase(instellingen.DATABASE_URL);
const { namespace } = instelling;
const temporal = new Client({ connection: await verbindClient(instelling), namespace });
const taskQueue = instellingen.ZL_TASK_QUEUE;

const gedeeld = {
  connection: await verbindWorker(instelling),
  namespace,
  activities: createActivities({
    db,
    mail: maakTransport(instellingen.SMTP_URL),
    mailVan: instellingen.ZL_MAIL_VAN,
    teamEmail: instellingen.ZL_TEAM_EMAIL,
    basisUrl: instellingen.ZL_PUBLIC_URL,
    brenEmail: instellingen.ZL_BREN_EMAIL,
    cit: citUit(instellingen),
    klok: systeemKlok,
    logboek,
    zegel: maakLinkzegel(instellingen.ZL_LINK_SLEUTEL),
    tafelbeleid: tafelbeleidUit(instellingen),
    uitvraagbeleid: { perMinuut: instellingen.ZL_UITVRAAG_PER_MINUUT },
    doorbraakRitme: instellingen.ZL_DOORBRAAK_RITME,
    herstel: maakHerstel({ db, temporal, taskQueue, klok: systeemKlok, logboek }),
  }),
};
const post = await Worker.create({ ...gedeeld, taskQueue: postQueueVan(taskQueue) });
const hoofd = await Worker.create({
  ...gedeeld,
  taskQueue,
  workflowBundle: await vindBundel(),
  interceptors: {
    activity: [
      () => ({
        inbound: {
          async execute(input, next) {
            const uitkomst = await next(input);
            if (JSON.stringify(input.args).includes('"soort":"verslag"')) {
              process.stdout.write('rij-bewaard\n');
              await new Promise(() => {});
            }
            return uitkomst;
          },
        },
      }),
    ],
  },
});
await Promise.all([hoofd.run(), post.run()]);
