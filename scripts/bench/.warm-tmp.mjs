import { measureWarm } from '/work/main/scripts/bench/measure-warm.mjs'
import { median, medianRatio } from '/work/main/scripts/bench/statistics.mjs'
const r = await measureWarm(['ours', 'typst', 'limit'], { warmUp: 60, rounds: Number(process.argv[2] ?? 80) })
const f = (n, k) => r.get(n).map((a) => a[k])
for (const n of r.keys())
  console.log(
    n,
    median(f(n, 'milliseconds')).toFixed(2),
    'least',
    Math.min(...f(n, 'milliseconds')).toFixed(2),
    'cpu',
    median(f(n, 'cpu')).toFixed(2),
    'ours/it',
    medianRatio(f('ours', 'milliseconds'), f(n, 'milliseconds')).toFixed(3),
    'cpu ratio',
    medianRatio(f('ours', 'cpu'), f(n, 'cpu')).toFixed(3),
    'KB',
    median(f(n, 'bytes')) / 1000,
  )
process.exit(0)
