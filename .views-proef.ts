import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, Runtime, DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { startTemporal } from '/work/main/dev/temporal.ts';
import { vrijePoort } from '/work/main/dev/poorten.ts';
Runtime.install({ logger: new DefaultLogger('ERROR', () => {}) });
const poort = await vrijePoort();
const dyn = JSON.parse(process.argv[2] ?? '{}');
const kind = await startTemporal({ programma: '/work/main/.cache/temporal-1.9.1-linux-x64/temporal', poort, logbestand: '/tmp/zl/views/t.log', dynamisch: dyn });
const connection = await Connection.connect({ address: `127.0.0.1:${poort}` });
const nc = await NativeConnection.connect({ address: `127.0.0.1:${poort}` });
const client = new Client({ connection });
const code = await bundleWorkflowCode({ workflowsPath: '/work/main/.views-wf.cjs', logger: new DefaultLogger('ERROR') });
const w = await Worker.create({ connection: nc, taskQueue: 'q', workflowBundle: code, activities: { faalt: async () => { throw new Error('weg'); } } });
const draait = w.run();
for (const t of ['kapot', 'blijft', 'rustig', 'onbekend']) await client.workflow.start(t, { workflowId: t, taskQueue: 'q', args: [] });
await client.workflow.start('rustig', { workflowId: 'zonderworker', taskQueue: 'leeg', args: [] });
// times out: a worker that polls and does not answer
(await client.workflow.start('traag', { workflowId: 'traag', taskQueue: 'traag', workflowTaskTimeout: '1s', args: [] }));

let klaar = false;
const poll = (async () => { while (!klaar) { try { await connection.withDeadline(Date.now() + 5000, () => connection.workflowService.pollWorkflowTaskQueue({ namespace: 'default', taskQueue: { name: 'traag' }, identity: 'x' })); } catch (e) { const m=String(e); if (!m.includes('DEADLINE')) console.log('poll', m.slice(0,200)); } } })();
for (let i = 0; i < 14; i++) { await new Promise(r => setTimeout(r, 5000));
 for (const id of ['kapot','onbekend','traag']) { const d = await client.workflow.getHandle(id).describe(); console.log(i, id, d.status.name, JSON.stringify(d.searchAttributes), d.raw.pendingWorkflowTask?.attempt, JSON.stringify(d.raw.pendingActivities?.map(p=>p.attempt))); } }
klaar = true; await poll;
for (const q of ["TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')", "TemporalReportedProblems IS NOT NULL", "TemporalReportedProblems='category=WorkflowTaskFailed'", "TemporalReportedProblems='cause=WorkflowTaskFailedCauseWorkflowWorkerUnhandledFailure'"]) {
 try { const ids=[]; for await (const x of client.workflow.list({query:q})) ids.push(x.workflowId); console.log(q, ids); } catch (e) { console.log(q, String(e), (e as any).cause?.message); } }
try { const r = await (connection.workflowService as any).listActivityExecutions({namespace:'default', query:'', pageSize: 10}); console.log('listAct', JSON.stringify(r)); } catch (e) { console.log('listAct', String(e).slice(0,200)); }
console.log(Object.keys((await connection.operatorService.listSearchAttributes({namespace:'default'})).systemAttributes ?? {}).join(' '));
w.shutdown(); await draait; await nc.close(); await connection.close(); await kind.stop();
