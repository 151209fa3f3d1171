/**
 * The Chinese words of every diagnostic: what is wrong, and what to do about it.
 * A key is a code, or `code/variant` where one code has several causes. `{name}` stands for a fact.
 */
import type { Entry } from './entry.js'

export const zhCN = {
  // The file.
  'input-too-large': { message: '数据文件超过{limit}。', hint: '一份表的数据不会有这么大，请检查是否选错了文件。' },
  'input-encoding/utf-16': { message: '数据文件是UTF-16编码，无法读取。', hint: '请用UTF-8编码另存后再试。' },
  'input-encoding/gbk': {
    message: '数据文件不是UTF-8编码（看来是GBK或GB 18030），第{line}行起无法读取。',
    hint: '请用UTF-8编码另存后再试。',
  },
  'input-encoding/invalid': {
    message: '数据文件第{line}行有不合UTF-8编码的字节（文件中第{offset}个字节）。',
    hint: '请用UTF-8编码重新导出数据。',
  },
  'json-syntax/empty': { message: '数据文件是空的。', hint: '请给出一份JSON格式的表单数据。' },
  'json-syntax/end': {
    message: '数据在第{line}行第{column}列中断，后面缺少内容。',
    hint: '请检查引号、括号是否成对，文件是否完整。',
  },
  'json-syntax/unexpected': {
    message: '第{line}行第{column}列的“{found}”不合JSON格式。',
    hint: '请检查此处前后的逗号、冒号、引号和括号。',
  },
  'json-syntax/full-width': {
    message: '第{line}行第{column}列的“{found}”是全角符号，JSON的格式符号只能用半角。',
    hint: '请改成半角的“{expected}”。',
  },
  'json-syntax/comment': { message: '第{line}行第{column}列有注释，JSON不允许注释。', hint: '请删去注释。' },
  'json-syntax/trailing-comma': { message: '第{line}行第{column}列多了一个逗号。', hint: '请删去最后一项后面的逗号。' },
  'json-syntax/single-quote': {
    message: '第{line}行第{column}列用了单引号。',
    hint: 'JSON的文字和键名请用半角双引号括起。',
  },
  'json-syntax/bare-key': { message: '第{line}行第{column}列的键名没有加双引号。', hint: '请用半角双引号括起键名。' },
  'json-syntax/number': {
    message: '第{line}行第{column}列的“{found}”不是JSON的数。',
    hint: '请写成123或123.45这样的数；空白的金额写null。',
  },
  'json-syntax/word': {
    message: '第{line}行第{column}列的“{found}”不是JSON的值。',
    hint: '文字请用半角双引号括起；空白写null。',
  },
  'json-syntax/control': {
    message: '第{line}行第{column}列的文字里直接写了控制字符{found}。',
    hint: '文字里的换行请写成\\n，制表符请写成\\t。',
  },
  'json-syntax/escape': {
    message: '第{line}行第{column}列的转义“{found}”不合JSON格式。',
    hint: '反斜杠本身请写成\\\\。',
  },
  'json-syntax/after-end': {
    message: '第{line}行第{column}列起，在数据结束之后还有内容。',
    hint: '一个文件只放一份表单数据，请删去多余的内容。',
  },
  'json-duplicate-key': {
    message: '键“{key}”重复：第{firstLine}行已经有了，第{line}行第{column}列又有一个。',
    hint: '请只保留其中一个。',
  },
  'json-too-deep': {
    message: '第{line}行第{column}列处的嵌套超过{limit}层。',
    hint: '表单数据没有这么深的层次，请检查文件是否正确。',
  },

  // The shape of the data.
  'too-many-values': { message: '数据超过{limit}项。', hint: '一份表没有这么多内容，请检查数据是否正确。' },
  'not-plain-data': { message: '这里是{found}，不是普通数据。', hint: '请只用文字、数、数组和普通对象。' },
  'missing-key': { message: '缺少“{key}”。', hint: '请补上这一项；空白的文字写""，空白的金额、日期写null。' },
  'missing-key/text': { message: '缺少“{key}”。', hint: '请补上这一项；空白写""。' },
  'missing-key/amount': {
    message: '缺少“{key}”。',
    hint: '请补上这一项，写成数或"1234.50"这样的文字，单位是元；空白写null。',
  },
  'missing-key/integer': { message: '缺少“{key}”。', hint: '请补上这一项，写成{example}这样的整数；未定时写null。' },
  'missing-key/date': { message: '缺少“{key}”。', hint: '请补上这一项，写成"2023-01-28"这样的文字；空白写""。' },
  'missing-key/list': { message: '缺少“{key}”。', hint: '请补上这一项，用方括号[ ]括起；没有内容时写[]。' },
  'missing-key/object': { message: '缺少“{key}”。', hint: '请补上这一项，用花括号{ }括起，逐项写明。' },
  'missing-key/choice': { message: '缺少“{key}”。', hint: '请补上这一项，写成{allowed}。' },
  'missing-key/meanings': { message: '缺少“{key}”。', hint: '请补上这一项，从{allowed}中选用；未定时写null。' },
  'unknown-key': { message: '没有“{key}”这一项。', hint: '请删去它，或改成正确的键名。' },
  'unknown-key/suggestion': { message: '没有“{key}”这一项。', hint: '是不是想写“{suggestion}”？' },
  'unknown-key/elsewhere': { message: '这里没有“{key}”这一项。', hint: '是不是应写在{places}？' },
  'wrong-type/text': { message: '这里应是文字，却是{found}。', hint: '请用双引号括起；空白写""。' },
  'wrong-type/amount': {
    message: '这里应是金额，却是{found}。',
    hint: '请写成数或"1234.50"这样的文字，单位是元；空白写null。',
  },
  'wrong-type/integer': {
    message: '这里应是整数，却是{found}。',
    hint: '请写成{example}这样的整数，不加引号；未定时写null。',
  },
  'wrong-type/date': { message: '这里应是日期，却是{found}。', hint: '请写成"2023-01-28"这样的文字；空白写""。' },
  'wrong-type/list': { message: '这里应是列表，却是{found}。', hint: '请用方括号[ ]括起；没有内容时写[]。' },
  'wrong-type/object': { message: '这里应是一组键和值，却是{found}。', hint: '请用花括号{ }括起，逐项写明。' },
  'wrong-type/number': { message: '这里应是数，却是{found}。', hint: '请写成123或123.45这样的数，不加引号。' },
  'wrong-type/whole-number': { message: '这里应是整数，却是{found}。', hint: '请写成2024这样的整数，不加引号。' },
  'wrong-type/flag': { message: '这里应是true或false，却是{found}。', hint: '请写true或false，不加引号。' },
  'wrong-type/iso-date': { message: '这里应是日期，却是{found}。', hint: '请写成"2024-03-05"这样的文字。' },
  'wrong-type/union': { message: '这里允许几种写法，{found}都不合。', hint: '请按这张表的说明改成其中一种写法。' },
  'wrong-choice': { message: '{found}不是可选的值。', hint: '请用{allowed}之一。' },
  'wrong-choice/meanings': { message: '{found}不是可选的值。', hint: '请从{allowed}中选用；未定时写null。' },
  'form-unknown': { message: '没有“{found}”这种表。', hint: '可用的表：{forms}。' },
  'format-version-unknown': {
    message: '数据的格式版本是{found}，这里只认到第{newest}版。',
    hint: '请写不大于{newest}的版本号，或升级本软件。',
  },

  'format-version-unknown/quoted': {
    message: '数据的格式版本是{found}，这里只认到第{newest}版。',
    hint: '版本号是数，请去掉引号。',
  },

  // Text, amounts, dates.
  'text-too-long': { message: '文字共{count}字，超过{limit}字的上限。', hint: '请精简内容，或作为附件另附。' },
  'text-control': {
    message: '第{position}个字是控制字符{character}，不能打印。',
    hint: '请删去这个字符；换行请用\\n。',
  },
  'text-surrogate': {
    message: '第{position}个字是残缺的字符（单个代理码{character}）。',
    hint: '这个字在转码时损坏了，请重新输入。',
  },
  'text-noncharacter': { message: '第{position}个字{character}不是字符。', hint: '这个字在转码时损坏了，请重新输入。' },
  'text-too-short': { message: '文字共{count}字，不足{limit}字。', hint: '请写到{limit}字或以上。' },
  'text-format': { message: '{found}不合这一项的写法。', hint: '应合这一写法：{format}。' },
  'list-length/short': { message: '列表共{count}项，不足{limit}项。', hint: '请补足{limit}项。' },
  'list-length/long': { message: '列表共{count}项，超过{limit}项。', hint: '请减到{limit}项或以下。' },
  'number-limit/at-least': { message: '{found}小于{limit}。', hint: '请写成不小于{limit}的数。' },
  'number-limit/above': { message: '{found}不大于{limit}。', hint: '请写成大于{limit}的数。' },
  'number-limit/at-most': { message: '{found}大于{limit}。', hint: '请写成不大于{limit}的数。' },
  'number-limit/below': { message: '{found}不小于{limit}。', hint: '请写成小于{limit}的数。' },
  'number-step': { message: '{found}不是{step}的倍数。', hint: '请写成{step}的倍数。' },
  'number-inexact': {
    message: '数{found}的数字太多，不能一位不差地保存。',
    hint: '请减少位数；若每一位都要印出，请让制表的人把这一项改为文字或金额。',
  },
  'model-rule': { message: '{found}不合这张表对这一项的规定。', hint: '请按这张表的说明改正。' },
  'money-negative': { message: '金额{found}是负数。', hint: '绩效目标表的金额不能为负。' },
  'money-decimals': { message: '金额{found}有{decimals}位小数。', hint: '金额以元为单位，最多两位小数（到分）。' },
  'money-digits': {
    message: '金额{found}共{digits}位数字，超过{limit}位。',
    hint: '请检查金额和单位，金额以元为单位。',
  },
  'money-not-finite': { message: '金额{found}不是有限的数。', hint: '请写成实际的金额；空白写null。' },
  'money-format': { message: '“{found}”不是金额。', hint: '请只写数字和小数点，如"1234.50"，单位是元；空白写null。' },
  'money-format/separators': {
    message: '金额“{found}”带有分隔符。',
    hint: '请去掉逗号和空格，打印时会自动加千位分隔符。',
  },
  'money-format/full-width': { message: '金额“{found}”用了全角数字或符号。', hint: '请改用半角数字。' },
  'money-format/unit': { message: '金额“{found}”带有单位。', hint: '请只写以元为单位的数，如1万元写10000。' },
  'money-format/exponent': { message: '金额“{found}”用了科学记数法。', hint: '请写出全部数字。' },
  'money-format/leading-zero': { message: '金额“{found}”前面多了0。', hint: '请去掉前面的0。' },
  'integer-fraction': { message: '{found}不是整数。', hint: '请写成{least}至{most}之间的整数。' },
  'integer-range': {
    message: '{found}不在{least}至{most}之间。',
    hint: '请写成{least}至{most}之间的整数；未定时写null。',
  },
  'date-format': {
    message: '“{found}”不是可以识别的日期。',
    hint: '请写成"2023-01-28"、"20230128"、"20230128104720"或"2023年1月28日"；空白写""。',
  },
  'date-impossible': { message: '日期“{found}”不存在。', hint: '请核对年月日和时间。' },
  'form-date/day': {
    message: '文件的日期取自这一项，应是日期，却是{found}。',
    hint: '请写成"2024-03-05"这样的文字，或让制表的人在模型中用date()；空白写""。',
  },
  'form-date/year': {
    message: '文件的年度取自这一项，应是四位数的年份，却是{found}。',
    hint: '请写成2024这样的年份，或让制表的人在模型中用fiscalYear()。',
  },

  // Fonts and characters.
  'character-missing': {
    message: '字体中没有这些字符：{characters}。',
    hint: '请改用通行的字，或用--font指定含有这些字的字体。',
  },
  'variation-unavailable': {
    message: '字体中没有这些异体字形：{characters}，已按通行字形打印。',
    hint: '如须印出异体字形，请指定含有它的字体。',
  },
  'font-missing': {
    message: '找不到“{role}”所用的字体文件{file}。',
    hint: '请检查文件路径；随本软件提供的字体缺失时请重新安装。',
  },
  'package-bundled': {
    message: '找不到{package}自己的文件夹，打印用的字体在那里。',
    hint: '看来打包工具把它并进了别的文件：请把{package}设为外部包，不要打包（esbuild用--packages=external），并随程序一起安装。',
  },
  'font-unreadable': {
    message: '字体文件{file}无法读取：{reason}。',
    hint: '请换用完好的TTF、OTF或TTC字体文件；随本软件提供的字体请重新安装。',
  },
  'font-face-missing': { message: '字体文件{file}中没有名为“{face}”的字体。', hint: '请从这些名称中选用：{faces}。' },
  'font-face-missing/unnamed': {
    message: '字体文件{file}含有多种字体，没有说明用哪一种。',
    hint: '请在路径后用#写明，可选：{faces}。',
  },
  'font-refused': { message: '字体文件{file}不能使用：{reason}。', hint: '请换用允许嵌入的静态TTF、OTF或TTC字体。' },

  // Template and layout.
  'template-unknown': { message: '没有名为“{found}”的版式。', hint: '可用的版式：{templates}。' },
  'template-invalid': { message: '版式“{template}”的{place}有误：{reason}。', hint: '请按版式语言的说明修改版式。' },
  'title-too-long': { message: '标题共{count}字，超过{limit}字的上限。', hint: '请缩短标题。' },
  'row-unplaceable': { message: '纸面太小，连一行文字也放不下。', hint: '请加大纸张、减小页边距或加宽这一列。' },
  'heading-unplaceable': { message: '表格上方的标题太高，第一页放不下。', hint: '请缩短标题，减少其中的换行。' },
  'foot-unplaceable': {
    message: '下页边放不下页脚和验证码的文字。',
    hint: '请在版式中缩短这些文字，或加大下页边（paper.margin.bottom、proof.bottom）。',
  },
  'value-unprintable': {
    message: '版式“{template}”要在一格里印出这一项，而它是一组数据，不是文字或数。',
    hint: '请在版式中写出其中的各项；日期请用日期字段。',
  },
  'value-unprintable/sum': {
    message: '版式“{template}”要把这一项加进合计（sumOf），而它不是金额或数。',
    hint: '请在数据中改为数，或在版式中去掉这一项。',
  },
  'not-printed': {
    message: '所选版式“{template}”不打印这一项，“{value}”没有印出。',
    hint: '请换用打印这一项的版式，或清空这一项。',
  },
  'amount-derived': {
    message: '数据中没有这一金额，已由{sources}相加得出{amount}元。',
    hint: '请核对；也可以在数据中直接给出。',
  },
  'amount-derived/number': {
    message: '数据中没有这个数，已由{sources}相加得出{amount}。',
    hint: '请核对；也可以在数据中直接给出。',
  },

  // Options, files and the command line.
  'option-invalid': { message: '选项{option}的值“{found}”不正确：{reason}。', hint: '请按说明改正后再试。' },
  'option-invalid/choice': { message: '选项{option}没有“{found}”这个值。', hint: '可以是：{allowed}。' },
  'option-invalid/same-file': {
    message: '选项{option}的值“{found}”与要读的{file}是同一个文件。',
    hint: '请另写一个输出文件，以免原来的内容丢失。',
  },
  'command-unknown': { message: '没有“{found}”这个命令。', hint: '可用的命令：{commands}。' },
  'flag-unknown': { message: '没有“{found}”这个参数。', hint: '可用的参数：{flags}。' },
  'flag-value-missing': { message: '参数{flag}后面缺少值。', hint: '请在{flag}后面写出它的值。' },
  'flag-conflict': { message: '参数{first}与{second}不能同时使用。', hint: '请只用其中一个。' },
  'argument-missing': { message: '缺少{name}。', hint: '用法：{usage}' },
  'argument-unexpected': { message: '多了“{found}”。', hint: '用法：{usage}' },
  'file-unreadable': { message: '文件{file}无法读取：{reason}。', hint: '请检查路径和权限。' },
  'file-unwritable': {
    message: '文件{file}无法写入：{reason}。',
    hint: '请检查目录是否存在、是否有写权限、磁盘是否已满。',
  },

  // Many forms at once.
  'form-unaddressed/no-module': {
    message: '“{form}”的定义没有写明模块，工作线程无法载入它。',
    hint: '请在定义中写module: import.meta.url，并从这个模块导出。',
  },
  'form-unaddressed/another': {
    message: '模块{module}导出的“{form}”不是这一份定义，工作线程会印成另一份。',
    hint: '请把这一份定义放进自己的模块导出，并写module: import.meta.url。',
  },
  'form-unaddressed/program': {
    message: '“{form}”的定义写在正在运行的程序{module}里，工作线程要载入定义，就会把程序再运行一遍。',
    hint: '请把定义单独放进一个模块，只放定义，不放别的语句，再由程序导入。',
  },
  'form-unaddressed/in-thread': {
    message: '载入“{form}”的工作线程里又要批量打印：有一个模块一载入就运行程序。',
    hint: '请把定义单独放进一个模块，只放定义，不放别的语句，再由程序导入。',
  },
  'form-unaddressed/awaited': {
    message: '“{form}”的模块{module}没有载入完：它在最外层等着打印的结果，打印又在等它载入。',
    hint: '请把定义单独放进一个模块，只放定义，不放别的语句，再由程序导入。',
  },
  'form-unaddressed/not-exported': { message: '模块{module}没有导出“{form}”。', hint: '请检查模块和导出的名称。' },
  'form-unaddressed/not-loaded': { message: '“{form}”的模块{module}不能载入：{reason}。', hint: '请检查模块的地址。' },
  'form-bookless': {
    message: '“{form}”的定义没有写明怎样汇编成册。',
    hint: '请在定义中给出book：部门、名称所在的项，以及封面和目录的版式。',
  },
  'book-empty': {
    message: '没有一份表可以汇编，不能成册（有误的{failed}份）。',
    hint: '请检查输入，并改正有误的表。',
  },
  'name-field-unknown': { message: '文件名规则中的“{found}”不是表中可填的项。', hint: '可用的项：{fields}。' },
  'gutter-too-wide': {
    message: '装订边{found}毫米不合适：表格距纸边至少要留5毫米。',
    hint: '请在0到{most}毫米之间选择，或换用页边距更大的版式。',
  },
  'worker-died': {
    message: '打印这份表的工作线程中止了（试了{attempts}次）：{reason}。',
    hint: '其余的表不受影响；请单独打印这一份，仍然如此就报告给开发者。',
  },

  // Signatures.
  'pdf-broken': {
    message: 'PDF文件有误：{reason}（文件中第{offset}个字节处）。',
    hint: '请重新打印或重新取得这个文件。',
  },
  'pdf-unsupported/encrypted': { message: 'PDF文件是加密的。', hint: '请给出没有加密的PDF文件。' },
  'pdf-unsupported/xref-stream': {
    message: 'PDF文件用的是交叉引用流，这里只认交叉引用表。',
    hint: '请给出由本软件打印的PDF文件，或用qpdf --object-streams=disable转换后再试（转换会使已有签名失效）。',
  },
  'pdf-unsupported/hybrid': {
    message: 'PDF文件兼有交叉引用表和交叉引用流，两者的内容可能不同。',
    hint: '请给出由本软件打印的PDF文件。',
  },
  'pdf-unsupported/linearized': {
    message: 'PDF文件是线性化的（快速网页浏览）。',
    hint: '请给出没有线性化的PDF文件。',
  },
  'pdf-unsupported/field': { message: '这个签名域由几个部分组成，不能在此签名。', hint: '请另建一个签名域。' },
  'pdf-unsupported/rotated': { message: '要放签名的一页是旋转的。', hint: '请签在没有旋转的页上，或不给位置。' },
  'sign-library-missing': {
    message: '签名所需的程序包没有安装：{packages}。',
    hint: '请用npm安装这些程序包；打印不需要它们。',
  },
  'sign-key/key-unreadable': { message: '私钥无法读取。', hint: '请给出PEM格式的私钥（PKCS#8、PKCS#1或SEC 1）。' },
  'sign-key/password-missing': {
    message: '私钥是加密的，没有给出密码。',
    hint: '请用--password-env或--password-file给出密码。',
  },
  'sign-key/password-wrong': { message: '私钥的密码不正确。', hint: '请核对密码；密码文件末尾的一个换行不算在内。' },
  'sign-key/p12-unreadable': { message: 'PKCS#12文件无法读取。', hint: '请给出完好的.p12或.pfx文件。' },
  'sign-key/p12-unsupported': {
    message: 'PKCS#12文件用了不认识的加密方法。',
    hint: '请用AES-256重新导出，或改用PEM格式的私钥和证书。',
  },
  'sign-key/p12-without-key': { message: 'PKCS#12文件里没有私钥。', hint: '请连同私钥一起导出。' },
  'sign-key/certificate-unreadable': { message: '证书无法读取。', hint: '请给出PEM或DER格式的X.509证书。' },
  'sign-key/certificate-missing': { message: '没有签名人的证书。', hint: '请给出私钥对应的证书。' },
  'sign-key/mismatch': { message: '证书与私钥不是一对。', hint: '请给出这把私钥的证书。' },
  'sign-key/weak': { message: 'RSA密钥短于2048位。', hint: '请换用2048位以上的密钥。' },
  'sign-key/pss-limits': {
    message: '这把RSA-PSS密钥限定了别的摘要算法，或盐过长。',
    hint: '请用不限定摘要算法的密钥，或摘要与掩码都限定为SHA-256的密钥；其他请实现Signer接口。',
  },
  'sign-key/unsupported': {
    message: '不认识这种密钥。',
    hint: '请用RSA、ECDSA P-256、P-384或P-521密钥；SM2等请实现Signer接口。',
  },
  'sign-key/no-signature': { message: '签名服务没有给出签名值。', hint: '请检查Signer接口的实现。' },
  'sign-key/too-large': { message: '签名值超出了预留的长度。', hint: '请检查Signer接口给出的签名值。' },
  'certificate-not-valid': {
    message: '签名时间{time}不在证书的有效期（{from}至{to}）内。',
    hint: '请核对时间，或换用有效的证书。',
  },
  'signature-place-small': {
    message: '签名位置宽{width}毫米、高{height}毫米，放不下姓名、时间和事由。',
    hint: '请加大签名位置，或缩短事由。',
  },
  'field-taken': { message: '已经有名为“{field}”的域。', hint: '请另取一个域名，或不写域名。' },
  'certify-not-first': {
    message: '文件已有签名（{fields}），不能再作认证签名。',
    hint: '认证签名必须是第一个签名；请作普通签名。',
  },
  'certified/closed': { message: '文件已作不许任何改动的认证签名。', hint: '请在认证之前签名。' },
  'certified/tagged': {
    message: '文件有结构标记且已签名，再添加可见的签名域会使已有签名被判为文件有改动。可签的域：{waiting}。',
    hint: '请签预留的域，或作不可见签名；第一次签名时可用--reserve预留。',
  },
  'certified/new-field': {
    message: '文件已作认证签名，不能再添加可见的签名域。可签的域：{waiting}。',
    hint: '请签预留的域，或作不可见签名；认证签名时可用--reserve预留。',
  },

  'queue-library-missing': {
    message: '任务队列所需的程序包没有安装：{packages}。',
    hint: '请用npm安装这些程序包（npm install bullmq ioredis）；不用队列则不需要它们。',
  },
  'job-invalid': { message: '打印任务的消息不正确：{reason}。', hint: '请用formJob生成消息，或者按说明改正。' },
  'job-abandoned': {
    message: '打印任务被队列放弃：{reason}。',
    hint: '承担任务的主机多次中止；请检查主机的内存和日志，再重新加入。',
  },
  interrupted: {
    message: '收到{signal}信号，中途停止。',
    hint: '已打印的表都是完整的；再次运行会接着打印其余的。',
  },
  'interrupted/book': { message: '收到{signal}信号，中途停止。', hint: '汇编要一次完成，再次运行会从头开始。' },
  // Pictures for places.
  'image-missing': { message: '“{place}”没有给出图片。', hint: '请给出图片的路径或内容。' },
  'image-refused/format': {
    message: '“{place}”的图片{file}不是PNG或JPEG。',
    hint: '请另存为PNG（印章宜用透明背景）或JPEG。',
  },
  'image-refused/damaged': { message: '“{place}”的图片{file}已损坏或不完整（{detail}）。', hint: '请换用完好的图片。' },
  'image-refused/unsupported': {
    message: '“{place}”的图片{file}不能使用：{reason}。',
    hint: '请另存为普通的PNG或JPEG。',
  },
  'image-refused/large': { message: '“{place}”的图片{file}有{detail}，过大。', hint: '请缩小到4 MB以内。' },
  'image-refused/pixels': { message: '“{place}”的图片{file}有{detail}像素，过大。', hint: '每边请不超过4000像素。' },
  'image-refused/small': {
    message: '“{place}”的图片{file}只有{detail}像素，印出来模糊不清。',
    hint: '请换用大些的图片：印章每边至少120像素，签名至少24像素，宜在500像素以上。',
  },
  'image-refused/oblong': {
    message: '“{place}”的图片{file}有{detail}像素，长宽不等。',
    hint: '请裁成正方形，四边不留空白。',
  },

  // Copies and their verification.
  'copy-reproduced': { message: '与重新制作的逐字节相同，验证码{code}与所持的一致。', hint: '内容未经改动。' },
  'copy-reproduced/unasked': {
    message: '与重新制作的逐字节相同，验证码{code}。',
    hint: '请再与纸面上的验证码核对：另用别的数据制作的一份，验证码不同。',
  },
  'copy-other-code': {
    message: '本件的验证码是{code}，所持的是{expected}。',
    hint: '本件自身完好，却不是所持的那一份，是用别的内容另行制作的。',
  },
  'copy-altered/page': {
    message: '第{page}页与重新制作的不同。',
    hint: '这一页的内容被改动过，或附带的数据被改动过。',
  },
  'copy-altered/pages': { message: '共{found}页，重新制作的是{expected}页。', hint: '有页面被增加、删去或替换。' },
  'copy-altered/attachment': { message: '附带的文件与重新制作的不同。', hint: '附带的数据被改动过。' },
  'copy-altered/metadata': { message: '文件的题名、日期等元数据与重新制作的不同。', hint: '元数据被改动过。' },
  'copy-altered/font': { message: '内嵌的字体与重新制作的不同。', hint: '换过的字形会印出别的字。' },
  'copy-altered/picture': { message: '签名或印章的图片与重新制作的不同。', hint: '图片被改动过。' },
  'copy-altered/structure': {
    message: '文件的结构与重新制作的不同。',
    hint: '文件被其他软件改写过；另存、压缩、优化都会如此。',
  },
  'copy-altered/appended': { message: '文件末尾多出{bytes}字节，不是签名。', hint: '制作之后又有内容被加到文件上。' },
  'copy-altered/signed': { message: '加签时改动了签名以外的内容：{reason}。', hint: '签名只能加上签名。' },
  'copy-altered/signature': { message: '签名“{field}”已失效。', hint: '签名之后文件又被改动过，或签名本身被改动过。' },
  'copy-altered/code': { message: '附带的验证码{found}与由数据算得的{code}不符。', hint: '附带的数据被改动过。' },
  'copy-altered/record': { message: '附带的制作数据已损坏：{reason}。', hint: '附带的文件被改动过。' },
  'copy-altered/data': { message: '附带的数据不能制作成表：{reason}。', hint: '附带的数据被改动过。' },
  'copy-version': { message: '本件由{made}制作，这里是{here}，排出的文件不会逐字节相同。', hint: '请用{made}核验。' },
  'copy-material/form': { message: '这里没有“{form}”这种表，不能重新制作。', hint: '请给出它的定义（forms）。' },
  'copy-material/template': { message: '这里的版式“{template}”与制作时的不同。', hint: '请用制作时的版式核验。' },
  'copy-material/shipped': { message: '随附字体与制作时的不同。', hint: '请重新安装{made}后再核验。' },
  'copy-material/font': {
    message: '缺少制作时“{role}”所用的字体。',
    hint: '请用--font {role}=…给出同一个字体文件（SHA-256 {sha256}）。',
  },
  'not-a-copy': {
    message: '文件里没有附带制作数据。',
    hint: '只有copy为final或public、附带数据的一份才能核验和读回。',
  },
  'copy-format-version': { message: '附带数据的格式是第{found}版，这里只认到第{newest}版。', hint: '请升级本软件。' },
  'code-mistyped': {
    message: '“{found}”不是验证码：校验位不符。',
    hint: '请对照纸面重新输入，共26位，分组的短横可以省去。',
  },

  'form-invalid': {
    message: '第一个参数不是表的定义，而是{found}。',
    hint: '请传入performanceTarget这样的表，或用defineForm定义。',
  },
  'form-invalid/address': {
    message: '第一个参数既不是表的定义，也不是表的地址，而是{found}。',
    hint: '请传入performanceTarget这样的表，或写明module和name的地址。',
  },
  'records-invalid': {
    message: '第二个参数应能逐份取出表的数据，却是{found}。',
    hint: '请传入数组、迭代器或异步迭代器；只有一份时请放进数组，或用renderForm。',
  },
  internal: { message: '程序内部出错：{reason}。', hint: '这不是数据的问题，请把数据和这句话一起报告给开发者。' },
  'internal/checks-threw': {
    message: '表“{form}”的checks出错：{reason}。',
    hint: '这不是数据的问题，请让制表的人改正checks：它只返回发现的问题，不应抛出错误。',
  },
  'internal/checks-result': {
    message: '表“{form}”的checks返回的不是问题的列表，而是{found}。',
    hint: '这不是数据的问题，请让制表的人改正checks：返回diagnostic()的列表，没有问题时返回[]。',
  },

  // Content rules: amounts.
  'money-total': {
    message: '{total}元与各项资金来源之和{sum}元不符，相差{difference}元。',
    hint: '请核对总额和各项来源。',
  },
  'money-total/levels': {
    message: '{total}元与中央、省级、市县（区）财政资金之和{sum}元不符，相差{difference}元。',
    hint: '请核对财政拨款和各级财政资金。',
  },
  'money-total/blank': { message: '各项资金来源共{sum}元，总额却空白。', hint: '请填写总额。' },
  'money-annual-exceeds': {
    message: '年度金额{annual}元大于实施期金额{period}元。',
    hint: '年度资金不能超过实施期资金，请核对。',
  },
  'money-one-off': {
    message: '一年结束的项目，年度金额（{annual}）应与实施期金额（{period}）相同。',
    hint: '请改正金额，或核对项目属性和项目期。',
  },
  'money-unit/small': { message: '金额只有{amount}元。', hint: '单位是元；如果原数以万元为单位，请乘以10000。' },
  'money-unit/factor': {
    message: '金额{amount}元与文中的“{named}”恰好相差一万倍（见{where}）。',
    hint: '单位是元，请核对是否误按万元填写。',
  },
  'period-nature/one-off': {
    message: '一次性项目应在1年内结束，项目期却是{years}年。',
    hint: '请核对项目属性和项目期。',
  },
  'period-nature/recurring': {
    message: '经常性项目的项目期通常为3年，这里是{years}年。',
    hint: '请核对项目属性和项目期。',
  },

  // Content rules: completeness.
  required: { message: '这一项没有填写。', hint: '请填写；要打印空白表时可以不理会。' },
  'required/indicators': {
    message: '“{level1}”下没有任何指标。',
    hint: '产出、效益、满意度三类一级指标都应至少设一项指标。',
  },
  placeholder: { message: '文中还留有待填写的字样：{found}。', hint: '请换成实际内容。' },
  'placeholder/whole': { message: '整项只写了“{found}”。', hint: '请写明实际内容，确实没有的请留空。' },
  'narrative-bare': {
    message: '这一项只有文号“{found}”，没有说明内容。',
    hint: '请写明文件名称，并用文字说明具体情况。',
  },
  'narrative-bare/equal': { message: '这一项与“{other}”的内容完全相同。', hint: '请针对这一项分别说明。' },
  'code-style': { message: '部门代码“{found}”不合规定的格式。', hint: '请填写预算部门代码，如“062”。' },
  'indicator-incomplete/value': { message: '指标“{name}”没有指标值。', hint: '请填写指标值。' },
  'indicator-incomplete/name': { message: '指标值“{value}”没有对应的三级指标名称。', hint: '请填写三级指标名称。' },
  'indicator-unpaired': {
    message: '“{group}”的实施期指标有{implementation}项，年度指标有{annual}项。',
    hint: '两侧按顺序对应，缺少的一侧将留空格，请核对。',
  },
  'indicator-unpaired/id': {
    message: '“{group}”中编号为{ids}的指标只在一侧出现。',
    hint: '同一指标的实施期和年度应使用相同的编号，请核对。',
  },

  // Content rules: indicator values.
  'cost-comparator': {
    message: '成本指标“{name}”的值“{value}”用了“不少于”的写法。',
    hint: '成本应控制在限额之内，请改用“≤”。',
  },
  'percent/above': { message: '“{value}”超过100%。', hint: '请核对；增长超过一倍的，可写明倍数。' },
  'percent/word': { message: '“{value}”把“{unit}”当作单位。', hint: '请写成“{expected}”。' },
  'percent/mixed': {
    message: '同一张表里有的写“%”（{signs}处），有的写“百分比”（{words}处）。',
    hint: '请统一写“%”。',
  },
  'satisfaction-100': { message: '满意度指标“{name}”定为100%。', hint: '满意度很难做到100%，通常定为“≥90%”之类的值。' },
  'deadline-outside/annual': {
    message: '年度指标的时限“{value}”不在{year}年。',
    hint: '年度目标应在预算年度内完成，请核对。',
  },
  'deadline-outside/implementation': {
    message: '时限“{value}”不在{years}年的实施期内。',
    hint: '请核对时限、预算年度（{year}年）和项目期。',
  },

  // Content rules: writing.
  'document-number/brackets': {
    message: '文号的年份用错了括号：{found}。',
    hint: '按GB/T 9704，年份用六角括号：{expected}。',
  },
  'document-number/ordinal': {
    message: '文号的顺序号前多了“第”字：{found}。',
    hint: '按GB/T 9704，顺序号不加“第”：{expected}。',
  },
  'document-number/leading-zero': {
    message: '文号的顺序号编了虚位：{found}。',
    hint: '按GB/T 9704，顺序号不编虚位：{expected}。',
  },
  'document-number/trailing': { message: '文号后面多了顿号：{found}。', hint: '请删去顿号，或补上后面的文件。' },
  'brackets/unbalanced': { message: '括号、书名号或引号不成对：{found}。', hint: '请补上或删去。' },
  'brackets/half-width': { message: '汉字之间用了半角标点：{found}。', hint: '请改用全角标点（GB/T 15834）。' },
  'brackets/straight-quote': { message: '中文里用了直引号：{found}。', hint: '请改用“ ”（GB/T 15834）。' },
  'text-figures/years': { message: '文中写“{found}”，项目期却是{years}年。', hint: '请核对年数。' },
  'text-figures/persons': { message: '文中写“{found}”，指标值却是“{value}”（{name}）。', hint: '请核对人数。' },
  'text-figures/yearly': { message: '文中写“{found}”，年度资金总额却是{total}元。', hint: '请核对每年所需资金。' },
  'date/future': { message: '填报日期{date}晚于今天（{today}）。', hint: '请核对填报日期。' },
  'date/far': { message: '填报日期{date}距{year}年度超过18个月。', hint: '请核对填报日期和预算年度。' },
  'private-phone': { message: '含有手机号码{found}。', hint: '绩效目标表要公开，请改用办公电话。' },
  'character/private-use': {
    message: '含有私用区字符：{characters}。',
    hint: '这些字在别的电脑上会变成别的字或空白，请换成正式编码的字。',
  },
  'character/compatibility': { message: '含有兼容汉字：{characters}。', hint: '请换成通行编码的字，否则检索不到。' },
  'character/radical': { message: '含有部首符号：{characters}。', hint: '多由PDF复制而来，请换成通行的汉字。' },
  'character/removed': { message: '含有看不见的字符：{characters}，打印时已去掉。', hint: '请从数据中删去。' },

  // What the testing toolkit finds on paper.
  'box-open/top': { message: '第{page}页：“{cell}”上方没有表线。', hint: '每个格子四边都应有表线，请检查版面。' },
  'box-open/bottom': { message: '第{page}页：“{cell}”下方没有表线。', hint: '每个格子四边都应有表线，请检查版面。' },
  'box-open/left': { message: '第{page}页：“{cell}”左侧没有表线。', hint: '每个格子四边都应有表线，请检查版面。' },
  'box-open/right': { message: '第{page}页：“{cell}”右侧没有表线。', hint: '每个格子四边都应有表线，请检查版面。' },
  'box-hole': {
    message: '第{page}页：距左{left}至{right}毫米、距上{top}至{bottom}毫米处没有格子。',
    hint: '多半是合并的标签没有在这一页重复。',
  },
  'box-overlap': { message: '第{page}页：“{cell}”与“{other}”重叠。', hint: '请检查模板的列和行。' },
  'box-outside': { message: '第{page}页：“{cell}”超出纸面。', hint: '请检查模板的列宽和页边距。' },
  'text-outside/top': {
    message: '第{page}页：“{cell}”的文字“{text}”越过上方表线{distance}毫米。',
    hint: '文字不能离开自己的格子。',
  },
  'text-outside/bottom': {
    message: '第{page}页：“{cell}”的文字“{text}”越过下方表线{distance}毫米。',
    hint: '文字不能离开自己的格子。',
  },
  'text-outside/left': {
    message: '第{page}页：“{cell}”的文字“{text}”越过左侧表线{distance}毫米。',
    hint: '文字不能离开自己的格子。',
  },
  'text-outside/right': {
    message: '第{page}页：“{cell}”的文字“{text}”越过右侧表线{distance}毫米。',
    hint: '文字不能离开自己的格子。',
  },
  'label-missing': { message: '第{page}页：没有“{words}”。', hint: '合并的标签和栏头应在每一页重复。' },
  'page-number': { message: '第{page}页：页码是“{found}”，应为“{expected}”。', hint: '请检查页脚。' },
  'page-count': { message: 'PDF有{found}页，版面有{expected}页。', hint: '请用同一份数据、同一版式比较。' },
  'line-start': {
    message: '第{page}页：“{cell}”有一行以“{mark}”开头：{line}。',
    hint: '按GB/T 15834，这个标点不能在行首。',
  },
  'line-end': {
    message: '第{page}页：“{cell}”有一行以“{mark}”结尾：{line}。',
    hint: '按GB/T 15834，这个标点不能在行末。',
  },
  'text-incomplete/lost': {
    message: '第{page}页：“{cell}”在“{following}”之后少了“{before}”。',
    hint: '数据中的每个字都应打印出来。',
  },
  'text-incomplete/added': {
    message: '第{page}页：“{cell}”在“{following}”之后多了“{after}”。',
    hint: '每个字只应打印一次，并且在自己的格子里。',
  },
  'text-incomplete/swapped': {
    message: '第{page}页：“{cell}”在“{following}”之后把“{before}”颠倒成了“{after}”。',
    hint: '字序应与数据一致。',
  },
  'text-incomplete/reordered': {
    message: '第{page}页：“{cell}”在“{following}”之后的次序由“{before}”变成了“{after}”。',
    hint: '字序应与数据一致。',
  },
  'text-incomplete/replaced': {
    message: '第{page}页：“{cell}”在“{following}”之后应为“{before}”，却是“{after}”。',
    hint: '数据中的每个字都应打印出来。',
  },
  'text-astray': { message: '第{page}页：“{text}”不在任何格子里。', hint: '文字不能离开自己的格子。' },
  'glyph-unmapped': {
    message: '第{page}页距左{x}毫米、距上{y}毫米处，字体{font}的一个字形没有对应的字符。',
    hint: '复制或检索时会丢字，请检查字体的ToUnicode。',
  },
  'bytes-unstable/second-run': {
    message: '再打印一次，文件就不同了：{differences}。',
    hint: '同样的数据应得到同样的字节；请检查是否用了时钟或随机数。',
  },
  'bytes-unstable/key-order': {
    message: '数据的键换一个次序，文件就不同了：{differences}。',
    hint: '键的次序不应影响打印。',
  },
  'bytes-unstable/surroundings': {
    message: '“{document}”在{surroundings}下打印，文件就不同了（{found}）。',
    hint: '时区、语言环境、时钟和目录不应影响打印。',
  },
  'template-not-data': {
    message: '版式{template}经JSON保存再读出后，打印结果不同。',
    hint: '版式应是纯数据，不能含函数、日期或undefined。',
  },
  'peer-missing': { message: '缺少软件包{package}：{reason}。', hint: '请运行npm install --save-dev {package}。' },
  'pdf-unreadable': { message: '这不是能读取的PDF。', hint: '请检查文件是否完整、是否加了密码。' },
  'pdf-unreadable/file': { message: '{file}不是能读取的PDF。', hint: '请检查文件是否完整、是否加了密码。' },
  'picture-unreadable': { message: '图像{file}无法读取：{reason}。', hint: '请检查文件，或用-u重新生成。' },
  'layout-unreadable': { message: '版面快照第{line}行无法读取：{found}。', hint: '请检查文件，或用-u重新生成。' },
  'layout-unreadable/file': {
    message: '{file}既不是PDF，也不是版面。',
    hint: '请给出PDF、jixiao layout写出的JSON，或版面快照。',
  },
  'page-too-large': {
    message: '第{page}页按每英寸{dpi}点要画成{width}×{height}像素，内存容不下。',
    hint: '请减小分辨率（--dpi或dpi），最小为20。',
  },
  'page-unknown': { message: '没有第{page}页，共{pages}页。', hint: '请给出1至{pages}之间的页码。' },
  'diff-mixed': {
    message: '{first}是{firstKind}，{second}是{secondKind}，不能比较。',
    hint: '请给出两个PDF，或两个版面文件。',
  },
} as const satisfies Record<string, Entry>
