/** Ways to change a copy that a reader may not notice: of bytes, of objects, of what is attached, of what is appended. */
import { unzlibSync, zlibSync } from 'fflate'
import { type ClassicPdf, type PdfObject, readClassicPdf } from '../../../src/finish/classic-pdf.js'
import { writeClassicPdf } from '../../../src/finish/write-classic-pdf.js'

/** Whole numbers from 0, always the same ones for the same seed (mulberry32). */
export const createRandom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
type Random = ReturnType<typeof createRandom>

type Mutation = (pdf: Uint8Array, random: Random) => Uint8Array

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const bytes: Readonly<Record<string, Mutation>> = {
  'a bit turned': (pdf, random) => {
    const at = random(pdf.length)
    return Uint8Array.from(pdf, (byte, index) => (index === at ? byte ^ (1 << random(8)) : byte))
  },
  'a stretch cut out': (pdf, random) => {
    const at = random(pdf.length - 10)
    return Buffer.concat([pdf.subarray(0, at), pdf.subarray(at + 1 + random(1000))])
  },
  'a stretch doubled': (pdf, random) => {
    const at = random(pdf.length - 100)
    return Buffer.concat([pdf.subarray(0, at + 100), pdf.subarray(at)])
  },
  'noise in the middle': (pdf, random) => {
    const at = random(pdf.length)
    return Buffer.concat([
      pdf.subarray(0, at),
      Uint8Array.from({ length: 1 + random(50) }, () => random(256)),
      pdf.subarray(at),
    ])
  },
  'the end cut off': (pdf, random) => pdf.slice(0, pdf.length - 1 - random(pdf.length)),
  'bytes behind the end': (pdf, random) =>
    Buffer.concat([pdf, Uint8Array.from({ length: 1 + random(2000) }, () => random(256))]),
}

/** Rewrites the file as a whole, soundly, with other objects. */
const rewrite =
  (change: (pdf: ClassicPdf, random: Random) => readonly PdfObject[]): Mutation =>
  (pdf, random) => {
    const read = readClassicPdf(pdf)
    return writeClassicPdf({ ...read, objects: change(read, random) })
  }

const changeStream = (object: PdfObject, change: (content: Uint8Array) => Uint8Array): PdfObject => {
  const packed = /\/FlateDecode/.test(object.body)
  const content = change(packed ? unzlibSync(object.stream!) : object.stream!)
  const stream = packed ? zlibSync(content) : content
  return { ...object, stream, body: object.body.replace(/\/Length \d+/, `/Length ${stream.length}`) }
}

const changeOne = (
  pdf: ClassicPdf,
  random: Random,
  isWanted: (object: PdfObject) => boolean,
  change: (object: PdfObject) => PdfObject,
): readonly PdfObject[] => {
  const wanted = pdf.objects.filter(isWanted)
  const chosen = wanted[random(wanted.length)]
  return pdf.objects.map((object) => (object === chosen ? change(object) : object))
}

/** Pages are drawn by streams that print text; no other stream has this operator. */
const isContent = ({ body, stream }: PdfObject): boolean =>
  stream !== undefined &&
  /\/FlateDecode/.test(body) &&
  !/\/Type|\/Length1/.test(body) &&
  latin(unzlibSync(stream)).includes('\nBT\n')
const isAttachment = ({ body }: PdfObject): boolean =>
  body.includes('/EmbeddedFile\n') || /\/Type \/EmbeddedFile/.test(body)
const editText = (change: (text: string) => string) => (content: Uint8Array) =>
  Buffer.from(change(Buffer.from(content).toString('utf8')))

const objects: Readonly<Record<string, Mutation>> = {
  'another character on a page': rewrite((pdf, random) =>
    changeOne(pdf, random, isContent, (object) =>
      changeStream(object, (content) => {
        const text = latin(content)
        const strings = [...text.matchAll(/<([0-9A-F]{8,})>/g)]
        const chosen = strings[random(Math.max(1, strings.length))]
        if (chosen === undefined) return Buffer.concat([content, Buffer.from('\n')])
        const at = chosen.index + 1
        return Buffer.from(
          text.slice(0, at) + text.slice(at + 4, at + 8) + text.slice(at, at + 4) + text.slice(at + 8),
          'latin1',
        ).equals(content)
          ? Buffer.from(text.replace(chosen[0], '<0001>'), 'latin1')
          : Buffer.from(
              text.slice(0, at) + text.slice(at + 4, at + 8) + text.slice(at, at + 4) + text.slice(at + 8),
              'latin1',
            )
      }),
    ),
  ),
  'a rule on a page moved': rewrite((pdf, random) =>
    changeOne(pdf, random, isContent, (object) =>
      changeStream(object, (content) => Buffer.concat([Buffer.from('1 0 0 1 0 1 cm\n'), content])),
    ),
  ),
  'another amount in the data': rewrite((pdf, random) =>
    changeOne(pdf, random, isAttachment, (object) =>
      changeStream(
        object,
        editText((text) => text.replace(/"total":\d+/, `"total":${1 + random(1e9)}`)),
      ),
    ),
  ),
  'another name in the data': rewrite((pdf, random) =>
    changeOne(pdf, random, isAttachment, (object) =>
      changeStream(
        object,
        editText((text) => text.replace(/"handler":"[^"]*"/, '"handler":"赵六"')),
      ),
    ),
  ),
  'another code in the data': rewrite((pdf, random) =>
    changeOne(pdf, random, isAttachment, (object) =>
      changeStream(
        object,
        editText((text) => text.replace(/"code":"(.)/, (_, first) => `"code":"${first === 'X' ? 'Y' : 'X'}`)),
      ),
    ),
  ),
  'another version in the data': rewrite((pdf, random) =>
    changeOne(pdf, random, isAttachment, (object) =>
      changeStream(
        object,
        editText((text) => text.replace('jixiao-forms 0', 'jixiao-forms 1')),
      ),
    ),
  ),
  'data that is no JSON': rewrite((pdf, random) =>
    changeOne(pdf, random, isAttachment, (object) =>
      changeStream(object, (content) => content.subarray(0, random(content.length))),
    ),
  ),
  'data that is a bomb': rewrite((pdf, random) =>
    changeOne(pdf, random, isAttachment, (object) => changeStream(object, () => Buffer.alloc(5_000_000, 32))),
  ),
  'the attachment gone': rewrite(({ objects }) =>
    objects.map((object) => ({
      ...object,
      body: object.body.replace(/\/AF \[[^\]]*\]/, '').replace(/\/EmbeddedFiles <<.*?>>/s, ''),
    })),
  ),
  'an object emptied': rewrite((pdf, random) =>
    changeOne(
      pdf,
      random,
      () => true,
      (object) => ({ number: object.number, body: '<<\n>>' }),
    ),
  ),
  'two objects exchanged': rewrite(({ objects }, random) => {
    const [a, b] = [random(objects.length), random(objects.length - 1)]
    const other = b >= a ? b + 1 : b
    return objects.map((object, index) =>
      index === a
        ? { ...objects[other]!, number: object.number }
        : index === other
          ? { ...objects[a]!, number: object.number }
          : object,
    )
  }),
  'a page less': rewrite(({ objects }) =>
    objects.map((object) => ({
      ...object,
      body: object.body.replace(/\/Kids \[\d+ 0 R /, '/Kids [').replace(/(\/Type \/Pages[\s\S]*\/Count )2/, '$11'),
    })),
  ),
  'another title': rewrite((pdf, random) =>
    changeOne(
      pdf,
      random,
      ({ body }) => body.includes('/Title '),
      (object) => ({ ...object, body: object.body.replace(/\/Title \S+/, '/Title (X)') }),
    ),
  ),
  'a second attachment': rewrite(({ objects }) => {
    const number = objects.length + 1
    const file: PdfObject = {
      number: number + 1,
      body: '<<\n/Type /EmbeddedFile\n/Length 2\n>>',
      stream: Buffer.from('{}'),
    }
    const specification: PdfObject = {
      number,
      body: `<<\n/Type /Filespec\n/F (other.json)\n/UF (other.json)\n/EF <</F ${number + 1} 0 R>>\n>>`,
    }
    return [
      ...objects.map((object) => ({ ...object, body: object.body.replace(/\/AF \[/, `/AF [${number} 0 R `) })),
      specification,
      file,
    ]
  }),
  'written anew with nothing changed but its space': rewrite(({ objects }, random) =>
    objects
      .map((object, index) => (index === random(objects.length) ? { ...object, body: `${object.body} ` } : object))
      .map((object, index) => (index === 0 ? { ...object, body: `${object.body} ` } : object)),
  ),
}

/** A sound incremental update (ISO 32000-1, 7.5.6) with another version of an object. */
const append = (pdf: Uint8Array, number: number, body: string, stream?: Uint8Array): Uint8Array => {
  const tail = latin(pdf.subarray(pdf.length - 400))
  const [previous, root, size] = [/startxref\s+(\d+)/, /\/Root (\d+ 0 R)/, /\/Size (\d+)/].map(
    (pattern) => pattern.exec(tail)?.[1] ?? '0',
  )
  const start = pdf.length
  const object = Buffer.concat([
    Buffer.from(`${number} 0 obj\n${body}\n`),
    ...(stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')] : []),
    Buffer.from('endobj\n'),
  ])
  const xref = `xref\n${number} 1\n${String(start).padStart(10, '0')} 00000 n \ntrailer\n<<\n/Size ${Math.max(Number(size), number + 1)}\n/Root ${root}\n/Prev ${previous}\n>>\nstartxref\n${start + object.length}\n%%EOF\n`
  return Buffer.concat([pdf, object, Buffer.from(xref)])
}

const increments: Readonly<Record<string, Mutation>> = {
  'an update with another page': (pdf, random) => {
    const { objects } = readClassicPdf(pdf)
    const contents = objects.filter(isContent)
    const { number } = contents[random(contents.length)]!
    return append(pdf, number, '<<\n/Length 0\n>>', new Uint8Array())
  },
  'an update with another catalog': (pdf) => {
    const { objects, root } = readClassicPdf(pdf)
    return append(
      pdf,
      root,
      objects[root - 1]!.body.replace(/>>\s*$/, '/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>\n>>'),
    )
  },
  'an update with an object nobody names': (pdf) => append(pdf, readClassicPdf(pdf).objects.length + 5, '(hello)'),
}

export const mutations: Readonly<Record<string, Mutation>> = { ...bytes, ...objects, ...increments }

/** For copies that were signed: what can be done without reading them as one revision. */
export const mutationsOfSigned: Readonly<Record<string, Mutation>> = {
  ...bytes,
  'an update behind the signatures': (pdf, random) => append(pdf, 1 + random(20), '<<\n>>'),
  'a note behind the signatures': (pdf) => append(pdf, 5000, '<</Type /Annot /Subtype /FreeText /Contents (paid)>>'),
}
