/** Written by `scripts/deflate-codes.mjs`: bits of the code of each symbol, a letter each (`a` is one bit). */
export const CODE_LENGTHS = {
  fonts: {
    literals:
      'eeeefffffffffffffffggggfgggggffgggggggggghhhhhhhhhhghghghhhhhhhhhhhhhhhhhhhhiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiijjijjijjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjkkjjjkkjjjjjkjkjjjjjjjkjkjkkkkkkkkkkkkkkkkkkkkkjkkkkkkkkkkkkkkkkkkkigfhllefgghhiijjkjkllllll',
    distances: 'iiififefeffffgfedddddddddddeef',
  },
  pages: {
    literals:
      'cegjjiiiihhiiljijjjjjjjjijikjjjifjijjjjjjjjjjjejfeeeeeeeeekjkjjjjkjkjjjkkkjkkjjkjkjjhkkjkkjkhkkkkkkjkkjjkkjkjhijkjijjikijkkjkjjjkkkkjkjkkkkjkjkjkkkkjkkkkjjkkkkjkkjkkkkkkkkkkkkkkkkkkkklkkkkkkkkkkkkkkkkkkkkkklkkkkkkkkkkkkjkkklkkkllllklkkkklklllllkklkllkkkkllkldefeefgeefgghihhkli',
    distances: 'liklihhhdibdcddededeeeeffghkll',
  },
  maps: {
    literals:
      'llllllllllglllllllllllllllllllllelllllllhhlllhlgeffffeeeeellelellffefeellhllliiiiligihlllllililllghgfegglflligfgflfgfhlllgllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllilcdgiiiiklilllllllll',
    distances: 'llkgbgefdedddddedeedefghkkkkkk',
  },
} as const
