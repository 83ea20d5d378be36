const { parentPort } = require('node:worker_threads');

parentPort.on('message', ({ file }) => {
  if (file === 'end') process.exit(3);
  const answer = () => parentPort.postMessage({ file, kind: 'unusable', because: 'not-found' });
  setTimeout(answer, 20 - Number.parseInt(file, 10));
});
