/**
 * The loops over every byte of a document, in AssemblyScript. A process that prints one form runs them before V8 has made
 * fast code of anything: there they take a tenth of what JavaScript takes, and a third later on. `npm run kernel` compiles them
 * into `src/kernel/program.ts`. Addresses are those of the program's own memory; lengths are in bytes unless they are of bits.
 */
export { checksum } from './checksum'
export { deflate, lettersOf, makeCode, streamOf } from './deflate'
export { roomFor } from './memory'
export { hashBlocks, hashEnd, hashStart } from './sha256'
