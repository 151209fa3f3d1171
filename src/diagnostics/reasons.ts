/** Words for the reasons that several messages share: a fact named `reason` holds one of these keys, or words of its own. */
import type { Language } from './entry.js'

const REASONS: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  // What the operating system says of a file (POSIX error codes).
  ENOENT: ['文件或目录不存在', 'no such file or folder'],
  ENOTDIR: ['路径中有一段不是目录', 'a part of the path is no folder'],
  EISDIR: ['这是目录，不是文件', 'it is a folder, not a file'],
  EEXIST: ['已有同名的文件，不是目录', 'a file of that name is there, which is no folder'],
  EACCES: ['没有权限', 'permission denied'],
  EPERM: ['没有权限', 'permission denied'],
  EROFS: ['文件系统是只读的', 'the file system is read-only'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EDQUOT: ['超出磁盘配额', 'the disk quota is exceeded'],
  EFBIG: ['文件过大', 'the file is too large'],
  EMFILE: ['打开的文件过多', 'too many files are open'],
  ENAMETOOLONG: ['文件名过长', 'the file name is too long'],
  ELOOP: ['符号链接循环', 'symbolic links run in a circle'],
  EBUSY: ['文件正被使用', 'the file is in use'],
  EPIPE: ['接收输出的程序已关闭', 'the program that takes the output has closed'],
  EIO: ['读写出错', 'reading or writing failed'],
  'not-regular': ['这不是普通文件（是管道、设备或套接字）', 'it is no regular file but a pipe, a device or a socket'],
  'name-encoding': [
    '名称不是UTF-8编码（可能是GBK），打不开，请改名',
    'its name is not in UTF-8, and cannot be opened; rename it',
  ],
  'not-replaceable': ['同名的文件正被使用，或不准替换', 'the file of that name is in use, or may not be replaced'],
  unknown: ['原因不明', 'for an unknown reason'],
  // What is wrong with a font.
  'not-a-font': ['不是TTF、OTF或TTC字体文件', 'it is no TTF, OTF or TTC font'],
  'web-font': [
    '是WOFF或WOFF2网页字体，须先转换成TTF或OTF',
    'it is a WOFF or WOFF2 web font, to be converted to TTF or OTF first',
  ],
  damaged: ['文件已损坏或不完整', 'it is damaged or incomplete'],
  variable: ['是可变字体，没有固定的字形', 'it is a variable font without fixed shapes'],
  'embedding-restricted': ['字体的许可禁止嵌入文件', 'its licence forbids embedding'],
  'bitmap-only': ['字体的许可只准嵌入点阵字形', 'its licence allows embedding of bitmaps only'],
  'no-subsetting': ['字体的许可禁止只嵌入用到的字形', 'its licence forbids embedding only the glyphs used'],
  'no-unicode-map': ['没有Unicode字符映射表', 'it has no Unicode character map'],
  'no-outlines': ['没有可打印的字形轮廓', 'it has no outlines to print'],
  // What is wrong with an option.
  'not-iso-date': [
    '应为ISO 8601日期，如2023-01-28或2023-01-28T10:47:20+08:00',
    'an ISO 8601 date is wanted, such as 2023-01-28 or 2023-01-28T10:47:20+08:00',
  ],
  'control-character': ['含有控制字符', 'it has control characters'],
  'not-text': ['应为文字', 'text is wanted'],
  'not-date': ['应为Date', 'a Date is wanted'],
  'not-flag': ['应为true或false', 'true or false is wanted'],
  'not-function': ['应为函数', 'a function is wanted'],
  'not-signal': ['应为AbortSignal', 'an AbortSignal is wanted'],
  'not-bytes': ['应为Uint8Array', 'a Uint8Array is wanted'],
  'not-object': ['应为对象', 'an object is wanted'],
  'not-list': ['应为列表', 'a list is wanted'],
  'not-role': [
    '名称应以字母开头，只含字母、数字、“-”和“_”',
    'a name of letters, digits, - and _ is wanted, beginning with a letter',
  ],
  'not-path-or-bytes': ['path和bytes应给出其中一个', 'one of path and bytes is wanted'],
  'not-template': ['应为版式名称或版式', 'the name of a variant or a template is wanted'],
  'unknown-option': ['没有这个选项', 'there is no such option'],
  'invisible-mark': ['含有看不见的字符', 'it has characters that cannot be seen'],
  blank: ['是空白', 'it is blank'],
  'not-page-list': ['应为至少含一个页码的列表', 'a list of at least one page number is wanted'],
  'not-dpi': ['应为20至1200之间的整数', 'a whole number from 20 to 1200 is wanted'],
  'not-page-number': ['应为从1起的页码', 'a page number from 1 is wanted'],
  'not-epoch-seconds': ['应为1970年以来的秒数', 'seconds since 1970 are wanted'],
  'not-image-flag': ['应写成PLACE=PATH，如seal=公章.png', 'PLACE=PATH is wanted, such as seal=seal.png'],
  'not-font-flag': [
    '应写成ROLE=PATH或ROLE=PATH#FACE，如fangsong=simfang.ttf',
    'ROLE=PATH or ROLE=PATH#FACE is wanted, such as fangsong=simfang.ttf',
  ],
  'no-masking': [
    '版式没有写明公开时隐去哪些内容（masking），公开件会什么都不隐去；确实没有要隐去的，请写masking: []',
    'the template does not say what a public copy hides (masking), and nothing would be hidden; where there is nothing to hide, write masking: []',
  ],
  'marked-pages': [
    'pdfmake的定义印不出水印、二维码和图片，只能用plain的页面',
    'a pdfmake definition cannot hold a watermark, a QR code or pictures; pages of a plain copy are wanted',
  ],
  // What is wrong with a picture.
  'png-interlaced': ['PNG是隔行扫描的', 'the PNG is interlaced'],
  'jpeg-coding': ['JPEG的编码方式不是常用的', 'the JPEG is neither baseline nor progressive'],
  'jpeg-depth': ['JPEG不是8位的', 'the JPEG has not eight bits a sample'],
  'jpeg-cmyk': ['JPEG是CMYK的，应为RGB或灰度', 'the JPEG is CMYK; RGB or grey is wanted'],
  'jpeg-turned': ['JPEG带有旋转标记，印出来会躺倒', 'the JPEG is marked as turned and would print so'],
  // What is wrong with an option of a copy.
  'proven-only': ['只用于final和public', 'it is for final and public copies only'],
  'public-only': ['只用于public', 'it is for public copies only'],
  'no-places': ['所选版式没有签章的位置', 'the template has no places for signatures and seals'],
  'no-rules': ['所选版式没有可以略去的项目', 'the template has nothing that may be left out'],
  // What is wrong with the data inside a copy.
  'not-json': ['不是完好的JSON', 'it is no sound JSON'],
  'not-a-record': ['缺少应有的内容', 'it lacks what it should have'],
  'signing-object': ['改动了原有的内容', 'it changed what was there'],
  'signing-trailer': [
    '换掉了文件信息、目录或标识',
    'it replaced the document information, the catalogue or the identity',
  ],
  'signing-unsigned': ['加入了签名没有覆盖的内容', 'it added what no signature covers'],
  'signing-annotation': ['加入了不是签名的批注', 'it added an annotation that is no signature'],
  'signing-field': ['签名域带有签名以外的内容或动作', 'a field does or says more than a signature'],
  'signing-structure': ['加入了不是签名的朗读内容', 'it added words for reading aloud that are no signature'],
  'signing-stray': ['夹带了不属于任何对象的字节', 'it holds bytes that belong to no object'],
  'signing-trailing': ['文件末尾多出内容', 'something follows the end of the file'],
  'signing-covers': ['签名盖住了表格或文字', 'a signature covers the grid or a line of text'],
  'too-large': ['过大', 'it is too large'],
  'several-files': ['附带了不止一个文件', 'there is more than one file'],
  // Many forms at once.
  'not-name-rule': [
    '应写成{department.code}-{projectName}这样的规则，不含目录',
    'a rule such as {department.code}-{projectName} is wanted, without folders',
  ],
  'name-rule-too-long': ['规则中的固定文字或字段过多', 'it has too many fixed words or fields'],
  'not-in-book': ['只用于单份的表，成册时不能用', 'it is for single forms and not for a book'],
  'one-form-only': [
    '验证码和数据属于单份的表，成册时只能是plain或draft',
    'proof and data belong to one form; a book is plain or draft',
  ],
  'not-gutter': ['应为毫米数', 'a number of millimetres is wanted'],
  // Queues.
  'not-connection': [
    '应为{ host, port }或{ url }这样的对象，或ioredis的客户端',
    'an object such as { host, port } or { url } is wanted, or a client of ioredis',
  ],
  'not-waiting': [
    'ioredis的客户端要设maxRetriesPerRequest: null，才能一直等待任务',
    'a client of ioredis needs maxRetriesPerRequest: null to wait for jobs',
  ],
  'not-queue-name': ['应为不含冒号的名称', 'a name without a colon is wanted'],
  'not-count': ['应为从1起的整数', 'a whole number from 1 is wanted'],
  'not-milliseconds': ['应为毫秒数，不能为负', 'a number of milliseconds is wanted, not below 0'],
  'not-lock': ['应为毫秒数，不少于100', 'a number of milliseconds is wanted, not below 100'],
  'not-plain-or-draft': ['应为plain或draft', 'plain or draft is wanted'],
  'no-data': ['缺少数据', 'the data is missing'],
  'unknown-key': ['没有这一项', 'there is no such key'],
  'not-store': ['应有find和put两个函数', 'the two functions find and put are wanted'],
  'not-form': ['应为defineForm给出的表', 'a form of defineForm is wanted'],
  'no-forms': ['至少要有一种表', 'at least one form is wanted'],
  'not-thread-count': ['应为1到256的整数', 'a whole number from 1 to 256 is wanted'],
}

/** The words of a reason; one that is no key is words already. */
export const wordReason = (reason: string, language: Language): string => {
  const words = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined
  return words === undefined ? reason : words[language === 'en' ? 1 : 0]
}
