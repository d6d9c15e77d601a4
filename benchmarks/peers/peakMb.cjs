const { existsSync, readFileSync } = require('node:fs');

/** As of the process of ours: its own book, not maxRSS, which has the parent's in it. */
exports.peakMb = () => {
  const kilobytes = existsSync('/proc/self/status')
    ? /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024;
};
