// Loaded into a process (node --import), ends it when the process that started it is gone: killed, it could not say so.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();
