const { proxyActivities, condition } = require('@temporalio/workflow');
exports.kapot = async () => { throw new Error('kapot'); };
const a = proxyActivities({ startToCloseTimeout: '5s', retry: { initialInterval: '200ms', maximumInterval: '200ms' } });
exports.blijft = async () => { await a.faalt(); };
exports.rustig = async () => { await condition(() => false); };
