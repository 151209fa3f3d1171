/** Written by `scripts/fonts/outline-code.mjs`: bits of the code of each symbol, a letter each (`a` is one bit). */
export const LENGTHS = {
  literals:
    'eeeefffffffffffffffggggfgggggffgggggggggghhhhhhhhhhghghghhhhhhhhhhhhhhhhhhhhhiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiijijijjjijjjijjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjkjjjjjjjjjjjjkjjjkjjkjkjkjkkkkkkkkkkkkkkkkkkkkkjkkkkkkkkkkkkkkkkkkkigfhllefgghhiijjkjkllllll',
  distances: 'jijghgfgfffffggfddddddddddddde',
} as const
