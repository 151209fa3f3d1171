/** The English words of every diagnostic; the same keys and facts as the Chinese catalogue. */

import type { MessageKey } from './code.js'
import type { Entry } from './entry.js'

export const en: Readonly<Record<MessageKey, Entry>> = {
  // The file.
  'input-too-large': {
    message: 'The data file is larger than {limit}.',
    hint: 'No form is that large; check whether this is the right file.',
  },
  'input-encoding/utf-16': {
    message: 'The data file is UTF-16 and cannot be read.',
    hint: 'Save it as UTF-8 and try again.',
  },
  'input-encoding/gbk': {
    message: 'The data file is not UTF-8 (it looks like GBK or GB 18030); unreadable from line {line}.',
    hint: 'Save it as UTF-8 and try again.',
  },
  'input-encoding/invalid': {
    message: 'Line {line} of the data file has bytes that are not UTF-8 (byte {offset}).',
    hint: 'Export the data again as UTF-8.',
  },
  'json-syntax/empty': { message: 'The data file is empty.', hint: 'Give the data of one form as JSON.' },
  'json-syntax/end': {
    message: 'The data breaks off at line {line}, column {column}.',
    hint: 'Check that quotes and brackets are closed and the file is whole.',
  },
  'json-syntax/unexpected': {
    message: 'Line {line}, column {column}: "{found}" is not JSON.',
    hint: 'Check the commas, colons, quotes and brackets around it.',
  },
  'json-syntax/full-width': {
    message: 'Line {line}, column {column}: "{found}" is a full-width mark; JSON is written with half-width ones.',
    hint: 'Write "{expected}".',
  },
  'json-syntax/comment': {
    message: 'Line {line}, column {column}: JSON has no comments.',
    hint: 'Delete the comment.',
  },
  'json-syntax/trailing-comma': {
    message: 'Line {line}, column {column}: one comma too many.',
    hint: 'Delete the comma after the last item.',
  },
  'json-syntax/single-quote': {
    message: 'Line {line}, column {column}: single quotes.',
    hint: 'Put text and keys in double quotes.',
  },
  'json-syntax/bare-key': {
    message: 'Line {line}, column {column}: a key without quotes.',
    hint: 'Put the key in double quotes.',
  },
  'json-syntax/number': {
    message: 'Line {line}, column {column}: "{found}" is not a JSON number.',
    hint: 'Write 123 or 123.45; a blank amount is null.',
  },
  'json-syntax/word': {
    message: 'Line {line}, column {column}: "{found}" is not a JSON value.',
    hint: 'Put text in double quotes; a blank is null.',
  },
  'json-syntax/control': {
    message: 'Line {line}, column {column}: a raw control character {found} inside text.',
    hint: 'Write a line break as \\n and a tab as \\t.',
  },
  'json-syntax/escape': {
    message: 'Line {line}, column {column}: "{found}" is not a JSON escape.',
    hint: 'Write a backslash as \\\\.',
  },
  'json-syntax/after-end': {
    message: 'Line {line}, column {column}: there is more after the end of the data.',
    hint: 'One file holds one form; delete the rest.',
  },
  'json-duplicate-key': {
    message: 'The key "{key}" is given twice: on line {firstLine} and again on line {line}, column {column}.',
    hint: 'Keep one of them.',
  },
  'json-too-deep': {
    message: 'Nested deeper than {limit} levels at line {line}, column {column}.',
    hint: 'No form is nested that deep; check whether this is the right file.',
  },

  // The shape of the data.
  'too-many-values': {
    message: 'The data has more than {limit} values.',
    hint: 'No form has that much content; check the data.',
  },
  'not-plain-data': {
    message: 'This is {found}, not plain data.',
    hint: 'Use strings, numbers, arrays and plain objects only.',
  },
  'missing-key': { message: '"{key}" is missing.', hint: 'Add it; blank text is "", a blank amount or date is null.' },
  'missing-key/text': { message: '"{key}" is missing.', hint: 'Add it; blank text is "".' },
  'missing-key/amount': {
    message: '"{key}" is missing.',
    hint: 'Add it as a number or text such as "1234.50", in yuan; blank is null.',
  },
  'missing-key/integer': {
    message: '"{key}" is missing.',
    hint: 'Add it as a whole number such as {example}; not yet known is null.',
  },
  'missing-key/date': { message: '"{key}" is missing.', hint: 'Add it as text such as "2023-01-28"; blank is "".' },
  'missing-key/list': { message: '"{key}" is missing.', hint: 'Add it in square brackets; an empty list is [].' },
  'missing-key/object': { message: '"{key}" is missing.', hint: 'Add it in braces, with all its keys.' },
  'missing-key/choice': { message: '"{key}" is missing.', hint: 'Add it as {allowed}.' },
  'missing-key/meanings': {
    message: '"{key}" is missing.',
    hint: 'Add it as one of {allowed}; not yet known is null.',
  },
  'unknown-key': { message: 'There is no "{key}".', hint: 'Delete it, or correct the key.' },
  'unknown-key/suggestion': { message: 'There is no "{key}".', hint: 'Did you mean "{suggestion}"?' },
  'unknown-key/elsewhere': { message: 'There is no "{key}" here.', hint: 'Does it belong in {places}?' },
  'wrong-type/text': { message: 'Expected text, found {found}.', hint: 'Put it in double quotes; blank text is "".' },
  'wrong-type/amount': {
    message: 'Expected an amount, found {found}.',
    hint: 'Write a number or text such as "1234.50", in yuan; blank is null.',
  },
  'wrong-type/integer': {
    message: 'Expected a whole number, found {found}.',
    hint: 'Write a whole number such as {example}, without quotes; not yet known is null.',
  },
  'wrong-type/date': {
    message: 'Expected a date, found {found}.',
    hint: 'Write text such as "2023-01-28"; blank is "".',
  },
  'wrong-type/list': {
    message: 'Expected a list, found {found}.',
    hint: 'Put it in square brackets; an empty list is [].',
  },
  'wrong-type/object': { message: 'Expected keys with values, found {found}.', hint: 'Put them in braces.' },
  'wrong-type/number': {
    message: 'Expected a number, found {found}.',
    hint: 'Write a number such as 123 or 123.45, without quotes.',
  },
  'wrong-type/whole-number': {
    message: 'Expected a whole number, found {found}.',
    hint: 'Write a whole number such as 2024, without quotes.',
  },
  'wrong-type/flag': {
    message: 'Expected true or false, found {found}.',
    hint: 'Write true or false, without quotes.',
  },
  'wrong-type/iso-date': {
    message: 'Expected a date, found {found}.',
    hint: 'Write text such as "2024-03-05".',
  },
  'wrong-type/union': {
    message: 'Several ways of writing are allowed here, and {found} is none of them.',
    hint: 'Write it in one of the ways that the form describes.',
  },
  'wrong-choice': { message: '{found} is not one of the choices.', hint: 'Use one of {allowed}.' },
  'wrong-choice/meanings': {
    message: '{found} is not one of the choices.',
    hint: 'Use one of {allowed}; not yet known is null.',
  },
  'form-unknown': { message: 'There is no form "{found}".', hint: 'Forms: {forms}.' },
  'format-version-unknown': {
    message: 'The data has format version {found}; the newest known is {newest}.',
    hint: 'Use 1 to {newest}, or a newer release of this software.',
  },

  'format-version-unknown/quoted': {
    message: 'The data has format version {found}; the newest known is {newest}.',
    hint: 'The version is a number; leave out the quotes.',
  },

  // Text, amounts, dates.
  'text-too-long': {
    message: 'The text has {count} characters, more than {limit}.',
    hint: 'Shorten it, or attach it separately.',
  },
  'text-control': {
    message: 'Character {position} is the control character {character}, which cannot be printed.',
    hint: 'Delete it; a line break is \\n.',
  },
  'text-surrogate': {
    message: 'Character {position} is half a character (the lone surrogate {character}).',
    hint: 'It was damaged in a conversion; enter it again.',
  },
  'text-noncharacter': {
    message: 'Character {position}, {character}, is not a character.',
    hint: 'It was damaged in a conversion; enter it again.',
  },
  'text-too-short': {
    message: 'The text has {count} characters, fewer than {limit}.',
    hint: 'Write {limit} characters or more.',
  },
  'text-format': {
    message: '{found} is not written as this field asks.',
    hint: 'It should be of this format: {format}.',
  },
  'list-length/short': {
    message: 'The list has {count} items, fewer than {limit}.',
    hint: 'Add items until there are {limit}.',
  },
  'list-length/long': {
    message: 'The list has {count} items, more than {limit}.',
    hint: 'Keep {limit} items or fewer.',
  },
  'number-limit/at-least': { message: '{found} is less than {limit}.', hint: 'Write a number of {limit} or more.' },
  'number-limit/above': { message: '{found} is not more than {limit}.', hint: 'Write a number above {limit}.' },
  'number-limit/at-most': { message: '{found} is more than {limit}.', hint: 'Write a number of {limit} or less.' },
  'number-limit/below': { message: '{found} is not less than {limit}.', hint: 'Write a number below {limit}.' },
  'number-step': { message: '{found} is not a multiple of {step}.', hint: 'Write a multiple of {step}.' },
  'number-inexact': {
    message: 'The number {found} has too many digits to be kept exactly.',
    hint: 'Use fewer digits; if each is to be printed, have the form take text or an amount here.',
  },
  'model-rule': {
    message: '{found} does not keep what the form says of this field.',
    hint: 'Correct it as the form says.',
  },
  'money-negative': { message: 'The amount {found} is negative.', hint: 'Amounts on this form cannot be negative.' },
  'money-decimals': {
    message: 'The amount {found} has {decimals} decimals.',
    hint: 'Amounts are in yuan with two decimals at most.',
  },
  'money-digits': {
    message: 'The amount {found} has {digits} digits, more than {limit}.',
    hint: 'Check the amount and its unit; amounts are in yuan.',
  },
  'money-not-finite': {
    message: 'The amount {found} is not a finite number.',
    hint: 'Write the real amount; blank is null.',
  },
  'money-format': {
    message: '"{found}" is not an amount.',
    hint: 'Write digits and a point only, such as "1234.50", in yuan; blank is null.',
  },
  'money-format/separators': {
    message: 'The amount "{found}" has separators.',
    hint: 'Leave out commas and spaces; thousands separators are added in print.',
  },
  'money-format/full-width': {
    message: 'The amount "{found}" has full-width digits or marks.',
    hint: 'Use half-width digits.',
  },
  'money-format/unit': { message: 'The amount "{found}" has a unit.', hint: 'Write the number of yuan only.' },
  'money-format/exponent': {
    message: 'The amount "{found}" is in scientific notation.',
    hint: 'Write out all its digits.',
  },
  'money-format/leading-zero': {
    message: 'The amount "{found}" has leading zeros.',
    hint: 'Leave out the leading zeros.',
  },
  'integer-fraction': {
    message: '{found} is not a whole number.',
    hint: 'Write a whole number from {least} to {most}.',
  },
  'integer-range': {
    message: '{found} is not between {least} and {most}.',
    hint: 'Write a whole number from {least} to {most}; not yet known is null.',
  },
  'date-format': {
    message: '"{found}" is not a date that can be read.',
    hint: 'Write "2023-01-28", "20230128", "20230128104720" or "2023年1月28日"; blank is "".',
  },
  'date-impossible': { message: 'The date "{found}" does not exist.', hint: 'Check year, month, day and time.' },
  'form-date/day': {
    message: 'The date of the document is taken from here: expected a date, found {found}.',
    hint: 'Write text such as "2024-03-05", or have the form use date() in its model; blank is "".',
  },
  'form-date/year': {
    message: 'The year of the document is taken from here: expected a year of four digits, found {found}.',
    hint: 'Write a year such as 2024, or have the form use fiscalYear() in its model.',
  },

  // Fonts and characters.
  'character-missing': {
    message: 'No font has these characters: {characters}.',
    hint: 'Use ordinary characters, or give a font that has them with --font.',
  },
  'variation-unavailable': {
    message: 'No font has these variant shapes: {characters}; the ordinary shape is printed.',
    hint: 'Give a font that has them if the variant matters.',
  },
  'font-missing': {
    message: 'The font file {file} for "{role}" is not there.',
    hint: 'Check the path; if a bundled font is missing, install the package again.',
  },
  'package-bundled': {
    message: 'The folder of {package}, where the fonts for printing are, cannot be found.',
    hint: 'A bundler seems to have taken it into another file: leave {package} external (esbuild: --packages=external), and install it beside the program.',
  },
  'font-unreadable': {
    message: 'The font file {file} cannot be read: {reason}.',
    hint: 'Use an intact TTF, OTF or TTC file; install this package again where the font is its own.',
  },
  'font-face-missing': { message: 'The font file {file} has no face "{face}".', hint: 'Choose one of {faces}.' },
  'font-face-missing/unnamed': {
    message: 'The font file {file} holds several faces, and none was chosen.',
    hint: 'Name one behind the path with #: {faces}.',
  },
  'font-refused': {
    message: 'The font file {file} cannot be used: {reason}.',
    hint: 'Use a static TTF, OTF or TTC font that may be embedded.',
  },

  // Template and layout.
  'template-unknown': { message: 'There is no template "{found}".', hint: 'Templates: {templates}.' },
  'template-invalid': {
    message: 'Template "{template}" is wrong at {place}: {reason}.',
    hint: 'Correct it as the template language says.',
  },
  'title-too-long': { message: 'The title has {count} characters, more than {limit}.', hint: 'Shorten the title.' },
  'row-unplaceable': {
    message: 'The paper is too small for even one line.',
    hint: 'Use larger paper, smaller margins or a wider column.',
  },
  'heading-unplaceable': {
    message: 'The heading above the grid is higher than the first page.',
    hint: 'Shorten the title, and take line breaks out of it.',
  },
  'foot-unplaceable': {
    message: 'The lower margin does not hold the words of page foot and verification code.',
    hint: 'Shorten them in the template, or give it a larger lower margin (paper.margin.bottom, proof.bottom).',
  },
  'value-unprintable': {
    message: 'The template "{template}" prints this in one cell, but it is neither text nor number.',
    hint: 'Name the fields inside it in the template; dates are fields of date.',
  },
  'value-unprintable/sum': {
    message: 'The template "{template}" adds this up (sumOf), but it is neither amount nor number.',
    hint: 'Give a number in the data, or leave the field out of the sum in the template.',
  },
  'not-printed': {
    message: 'The template "{template}" does not print this field: "{value}" is left out.',
    hint: 'Choose a template that prints it, or empty the field.',
  },
  'amount-derived': {
    message: 'The amount is not in the data; it was added up from {sources}: {amount} yuan.',
    hint: 'Check it, or give it in the data.',
  },
  'amount-derived/number': {
    message: 'The number is not in the data; it was added up from {sources}: {amount}.',
    hint: 'Check it, or give it in the data.',
  },

  // Options, files and the command line.
  'option-invalid': {
    message: 'The value "{found}" of {option} is wrong: {reason}.',
    hint: 'Correct it and try again.',
  },
  'option-invalid/choice': { message: 'Option {option} has no value "{found}".', hint: 'It may be: {allowed}.' },
  'option-invalid/same-file': {
    message: '{option} "{found}" is the same file as {file}, which is read.',
    hint: 'Name another output, so that nothing is lost.',
  },
  'command-unknown': { message: 'There is no command "{found}".', hint: 'Commands: {commands}.' },
  'flag-unknown': { message: 'There is no option "{found}".', hint: 'Options: {flags}.' },
  'flag-value-missing': { message: '{flag} has no value.', hint: 'Write its value after {flag}.' },
  'flag-conflict': { message: '{first} and {second} cannot be used together.', hint: 'Use one of them.' },
  'argument-missing': { message: '{name} is missing.', hint: 'Usage: {usage}' },
  'argument-unexpected': { message: '"{found}" is one argument too many.', hint: 'Usage: {usage}' },
  'file-unreadable': {
    message: 'The file {file} cannot be read: {reason}.',
    hint: 'Check the path and the permissions.',
  },
  'file-unwritable': {
    message: 'The file {file} cannot be written: {reason}.',
    hint: 'Check that the folder exists and may be written and the disk is not full.',
  },

  // Many forms at once.
  'form-unaddressed/no-module': {
    message: 'The definition of “{form}” names no module, so worker threads cannot import it.',
    hint: 'Write module: import.meta.url in the definition, and export it from that module.',
  },
  'form-unaddressed/another': {
    message: 'The “{form}” that {module} exports is not this definition: worker threads would print another.',
    hint: 'Export this definition from a module of its own, with module: import.meta.url.',
  },
  'form-unaddressed/program': {
    message:
      'The definition of “{form}” stands in the running program {module}: worker threads that import it would run the program again.',
    hint: 'Put the definition into a module of its own that holds nothing else, and import it from the program.',
  },
  'form-unaddressed/in-thread': {
    message:
      'A worker thread that imports “{form}” is asked to print many forms in its turn: some module runs a program when it is loaded.',
    hint: 'Put the definition into a module of its own that holds nothing else, and import it from the program.',
  },
  'form-unaddressed/awaited': {
    message:
      'The module {module} of “{form}” does not end loading: its top level awaits the prints, and printing waits for it to be loaded.',
    hint: 'Put the definition into a module of its own that holds nothing else, and import it from the program.',
  },
  'form-unaddressed/not-exported': {
    message: 'The module {module} does not export “{form}”.',
    hint: 'Check the module and the name.',
  },
  'form-unaddressed/not-loaded': {
    message: 'The module {module} of “{form}” cannot be loaded: {reason}.',
    hint: 'Check the address of the module.',
  },
  'form-bookless': {
    message: 'The definition of “{form}” does not say how to bind it into a book.',
    hint: 'Give it a book: the fields of department and title, and templates of cover and contents.',
  },
  'book-empty': {
    message: 'There is no form to bind, so there is no book ({failed} were faulty).',
    hint: 'Check the input, and correct the faulty forms.',
  },
  'name-field-unknown': {
    message: '"{found}" in the rule for file names is no field of a form that holds a value.',
    hint: 'The fields are: {fields}.',
  },
  'gutter-too-wide': {
    message: 'A gutter of {found} mm will not do: the grid must stand 5 mm from the edge of the paper.',
    hint: 'Choose one from 0 to {most} mm, or a template with wider margins.',
  },
  'worker-died': {
    message: 'The thread that printed this form ended ({attempts} attempts): {reason}.',
    hint: 'The other forms are not affected; print this one by itself, and report it if that fails as well.',
  },

  // Signatures.
  'pdf-broken': {
    message: 'The PDF is broken: {reason} (at byte {offset}).',
    hint: 'Print it again, or get it again.',
  },
  'pdf-unsupported/encrypted': { message: 'The PDF is encrypted.', hint: 'Give one that is not encrypted.' },
  'pdf-unsupported/xref-stream': {
    message: 'The PDF has cross-reference streams; only classic tables are read here.',
    hint: 'Give a PDF that this software printed, or convert it with qpdf --object-streams=disable (which breaks signatures).',
  },
  'pdf-unsupported/hybrid': {
    message: 'The PDF has both a cross-reference table and a stream, which may differ.',
    hint: 'Give a PDF that this software printed.',
  },
  'pdf-unsupported/linearized': { message: 'The PDF is linearized (fast web view).', hint: 'Give one that is not.' },
  'pdf-unsupported/field': {
    message: 'This signature field has several parts and cannot be signed here.',
    hint: 'Make a new field.',
  },
  'pdf-unsupported/rotated': {
    message: 'The page of the signature is rotated.',
    hint: 'Sign on a page that is not rotated, or give no place.',
  },
  'sign-library-missing': {
    message: 'Packages that signing needs are not installed: {packages}.',
    hint: 'Install them with npm; printing does not need them.',
  },
  'sign-key/key-unreadable': {
    message: 'The private key cannot be read.',
    hint: 'Give a private key in PEM (PKCS#8, PKCS#1 or SEC 1).',
  },
  'sign-key/password-missing': {
    message: 'The private key is encrypted and no password was given.',
    hint: 'Give it with --password-env or --password-file.',
  },
  'sign-key/password-wrong': {
    message: 'The password of the private key is wrong.',
    hint: 'Check it; one line end at the end of a password file does not count.',
  },
  'sign-key/p12-unreadable': { message: 'The PKCS#12 file cannot be read.', hint: 'Give a sound .p12 or .pfx file.' },
  'sign-key/p12-unsupported': {
    message: 'The PKCS#12 file is encrypted in an unknown way.',
    hint: 'Export it again with AES-256, or use key and certificate in PEM.',
  },
  'sign-key/p12-without-key': {
    message: 'The PKCS#12 file has no private key.',
    hint: 'Export it with the private key.',
  },
  'sign-key/certificate-unreadable': {
    message: 'The certificate cannot be read.',
    hint: 'Give an X.509 certificate in PEM or DER.',
  },
  'sign-key/certificate-missing': {
    message: 'There is no certificate of the signer.',
    hint: 'Give the certificate of the key.',
  },
  'sign-key/mismatch': {
    message: 'Certificate and private key do not belong together.',
    hint: 'Give the certificate of this key.',
  },
  'sign-key/weak': { message: 'The RSA key is shorter than 2048 bits.', hint: 'Use a key of at least 2048 bits.' },
  'sign-key/pss-limits': {
    message: 'This RSA-PSS key is limited to another digest, or its salt is too long.',
    hint: 'Use a key without limits, or one for SHA-256 as digest and in its mask; for others implement the Signer interface.',
  },
  'sign-key/unsupported': {
    message: 'Keys of this kind are not known.',
    hint: 'Use RSA, ECDSA P-256, P-384 or P-521; for SM2 and others implement the Signer interface.',
  },
  'sign-key/no-signature': {
    message: 'The signing service returned no signature.',
    hint: 'Check the implementation of the Signer interface.',
  },
  'sign-key/too-large': {
    message: 'The signature value is longer than the room kept for it.',
    hint: 'Check what the Signer interface returns.',
  },
  'certificate-not-valid': {
    message: 'The signing time {time} is outside the validity of the certificate, {from} to {to}.',
    hint: 'Check the time, or use a valid certificate.',
  },
  'signature-place-small': {
    message: 'The place of the signature, {width} by {height} mm, is too small for name, time and reason.',
    hint: 'Make it larger, or shorten the reason.',
  },
  'field-taken': { message: 'There already is a field "{field}".', hint: 'Use another name, or none.' },
  'certify-not-first': {
    message: 'The document is signed already ({fields}) and cannot be certified any more.',
    hint: 'A certification comes first; sign without it.',
  },
  'certified/closed': {
    message: 'The document is certified against every change.',
    hint: 'Sign before it is certified.',
  },
  'certified/tagged': {
    message:
      'The document is tagged and signed; a new visible field would count as a change of it. Fields that wait: {waiting}.',
    hint: 'Sign a waiting field, or sign invisibly; --reserve keeps fields at the first signature.',
  },
  'certified/new-field': {
    message: 'The document is certified; no visible signature field can be added. Fields that wait: {waiting}.',
    hint: 'Sign a waiting field, or sign invisibly; --reserve keeps fields when certifying.',
  },

  'queue-library-missing': {
    message: 'Packages that queues need are not installed: {packages}.',
    hint: 'Install them (npm install bullmq ioredis); without a queue they are not needed.',
  },
  'job-invalid': {
    message: 'The message of the print job is wrong: {reason}.',
    hint: 'Make it with formJob, or correct it as the documentation says.',
  },
  'job-abandoned': {
    message: 'The queue gave the print job up: {reason}.',
    hint: 'Its hosts ended again and again; look at their memory and logs, then add it anew.',
  },
  interrupted: {
    message: 'Stopped on the way by {signal}.',
    hint: 'What has been printed is whole; another run goes on with the rest.',
  },
  'interrupted/book': {
    message: 'Stopped on the way by {signal}.',
    hint: 'A book is made in one run; another one begins anew.',
  },
  'image-missing': { message: 'There is no picture for "{place}".', hint: 'Give its path or bytes.' },
  'image-refused/format': {
    message: 'The picture {file} for "{place}" is neither PNG nor JPEG.',
    hint: 'Save it as PNG (for a seal with a transparent background) or JPEG.',
  },
  'image-refused/damaged': {
    message: 'The picture {file} for "{place}" is damaged or incomplete ({detail}).',
    hint: 'Use an intact one.',
  },
  'image-refused/unsupported': {
    message: 'The picture {file} for "{place}" cannot be used: {reason}.',
    hint: 'Save it as an ordinary PNG or JPEG.',
  },
  'image-refused/large': {
    message: 'The picture {file} for "{place}" is too large: {detail}.',
    hint: 'Make it smaller than 4 MB.',
  },
  'image-refused/pixels': {
    message: 'The picture {file} for "{place}" has too many pixels: {detail}.',
    hint: 'A side may have 4000 at most.',
  },
  'image-refused/small': {
    message: 'The picture {file} for "{place}" has only {detail} pixels and would print blurred.',
    hint: 'A seal needs 120 a side at least, a signature 24; 500 are good.',
  },
  'image-refused/oblong': {
    message: 'The picture {file} for "{place}" is not square: {detail} pixels.',
    hint: 'The picture of a seal is square, without blank edges.',
  },
  'copy-reproduced': {
    message: 'Byte for byte what a reprint gives; its code {code} is the one you hold.',
    hint: 'Nothing was changed.',
  },
  'copy-reproduced/unasked': {
    message: 'Byte for byte what a reprint gives; its code is {code}.',
    hint: 'Compare the code with the one on paper: a copy made of other data has another.',
  },
  'copy-other-code': {
    message: 'The code of this file is {code}; you hold {expected}.',
    hint: 'It is intact, but another copy, made of other content.',
  },
  'copy-altered/page': {
    message: 'Page {page} is not what a reprint gives.',
    hint: 'The page was changed, or the data inside was.',
  },
  'copy-altered/pages': {
    message: 'There are {found} pages; a reprint has {expected}.',
    hint: 'Pages were added, removed or replaced.',
  },
  'copy-altered/attachment': {
    message: 'The attached file is not what a reprint gives.',
    hint: 'The data inside was changed.',
  },
  'copy-altered/metadata': {
    message: 'Title, date or other metadata are not what a reprint gives.',
    hint: 'The metadata was changed.',
  },
  'copy-altered/font': {
    message: 'An embedded font is not what a reprint gives.',
    hint: 'Other glyphs print other characters.',
  },
  'copy-altered/picture': {
    message: 'The picture of a signature or seal is not what a reprint gives.',
    hint: 'The picture was changed.',
  },
  'copy-altered/structure': {
    message: 'The structure of the file is not what a reprint gives.',
    hint: 'Another program rewrote the file: saving, compressing and optimizing do.',
  },
  'copy-altered/appended': {
    message: 'The file goes on for {bytes} bytes that are no signature.',
    hint: 'Something was added after the copy was made.',
  },
  'copy-altered/signed': {
    message: 'Signing changed more than a signature does: {reason}.',
    hint: 'A signature may only add a signature.',
  },
  'copy-altered/signature': {
    message: 'The signature "{field}" does not hold.',
    hint: 'The file was changed after it was signed, or the signature itself was.',
  },
  'copy-altered/code': {
    message: 'The recorded code {found} is not the one of the data, {code}.',
    hint: 'The data inside was changed.',
  },
  'copy-altered/record': { message: 'The data inside is damaged: {reason}.', hint: 'The attached file was changed.' },
  'copy-altered/data': {
    message: 'The data inside cannot be printed: {reason}.',
    hint: 'The data inside was changed.',
  },
  'copy-version': {
    message: 'The file was made by {made}; this is {here}, which prints other bytes.',
    hint: 'Verify it with {made}.',
  },
  'copy-material/form': {
    message: 'There is no form "{form}" here to print it again.',
    hint: 'Give its definition (forms).',
  },
  'copy-material/template': {
    message: 'The template "{template}" here is not the one it was made with.',
    hint: 'Verify it with that one.',
  },
  'copy-material/shipped': {
    message: 'The shipped fonts are not those it was made with.',
    hint: 'Install {made} anew and verify again.',
  },
  'copy-material/font': {
    message: 'The font for "{role}" it was made with is not here.',
    hint: 'Give the same file with --font {role}=… (SHA-256 {sha256}).',
  },
  'not-a-copy': {
    message: 'The file has no data inside.',
    hint: 'Only final and public copies with their data can be verified and read back.',
  },
  'copy-format-version': {
    message: 'The data inside has format version {found}; this package reads {newest} at most.',
    hint: 'Install a newer version.',
  },
  'code-mistyped': {
    message: '"{found}" is no verification code: its check symbol is wrong.',
    hint: 'Type it again from paper: 26 symbols, hyphens may be left out.',
  },
  'form-invalid': {
    message: 'The first argument is no form definition but {found}.',
    hint: 'Pass a form such as performanceTarget, or one made by defineForm.',
  },
  'form-invalid/address': {
    message: 'The first argument is neither a form definition nor the address of one but {found}.',
    hint: 'Pass a form such as performanceTarget, or an address with module and name.',
  },
  'records-invalid': {
    message: 'The second argument should give the data of forms one by one, and is {found}.',
    hint: 'Pass an array, an iterator or an async iterator; put a single form into an array, or use renderForm.',
  },
  internal: {
    message: 'The program failed: {reason}.',
    hint: 'The data is not at fault; please report it to the developers together with this sentence.',
  },
  'internal/checks-threw': {
    message: 'The checks of form "{form}" threw: {reason}.',
    hint: 'The data is not at fault; the checks should return findings and never throw.',
  },
  'internal/checks-result': {
    message: 'The checks of form "{form}" returned no list of findings but {found}.',
    hint: 'The data is not at fault; return a list of diagnostic(), or [] where there is nothing to say.',
  },

  // Content rules: amounts.
  'money-total': {
    message: '{total} yuan is not the sum of its sources, {sum} yuan; the difference is {difference} yuan.',
    hint: 'Check the total and its sources.',
  },
  'money-total/levels': {
    message:
      '{total} yuan is not the sum of the central, provincial and municipal funds, {sum} yuan; the difference is {difference} yuan.',
    hint: 'Check it and the funds of each level.',
  },
  'money-total/blank': {
    message: 'The sources add up to {sum} yuan but the total is blank.',
    hint: 'Fill in the total.',
  },
  'money-annual-exceeds': {
    message: 'The annual amount, {annual} yuan, is more than that of the whole period, {period} yuan.',
    hint: 'Check both amounts.',
  },
  'money-one-off': {
    message: 'A project of one year has the same amount for the year ({annual}) as for the period ({period}).',
    hint: 'Correct the amount, or check nature and period of the project.',
  },
  'money-unit/small': {
    message: 'The amount is only {amount} yuan.',
    hint: 'The unit is the yuan; multiply by 10,000 if the figure was in 万元.',
  },
  'money-unit/factor': {
    message: '{amount} yuan is 10,000 times off "{named}" in the text (see {where}).',
    hint: 'The unit is the yuan; check whether 万元 was meant.',
  },
  'period-nature/one-off': {
    message: 'A one-off project ends within 1 year, but its period is {years} years.',
    hint: 'Check nature and period of the project.',
  },
  'period-nature/recurring': {
    message: 'A recurring project usually runs for 3 years; this one has {years}.',
    hint: 'Check nature and period of the project.',
  },

  // Content rules: completeness.
  required: { message: 'This field is empty.', hint: 'Fill it in; on a blank form this does not matter.' },
  'required/indicators': {
    message: 'There is no indicator under "{level1}".',
    hint: 'Output, outcome and satisfaction each need at least one indicator.',
  },
  placeholder: { message: 'Placeholders are left in the text: {found}.', hint: 'Put in the real content.' },
  'placeholder/whole': { message: 'The whole field is "{found}".', hint: 'Say what there is, or leave it empty.' },
  'narrative-bare': {
    message: 'There is only a document number, "{found}", and no content.',
    hint: 'Name the document and say in words what it is about.',
  },
  'narrative-bare/equal': {
    message: 'This is word for word the same as "{other}".',
    hint: 'Say what belongs to this field.',
  },
  'code-style': {
    message: 'The department code "{found}" has not the prescribed form.',
    hint: 'Give the budget code of the department, such as "062".',
  },
  'indicator-incomplete/value': { message: 'The indicator "{name}" has no value.', hint: 'Fill in the value.' },
  'indicator-incomplete/name': {
    message: 'The value "{value}" has no indicator.',
    hint: 'Fill in the name of the indicator.',
  },
  'indicator-unpaired': {
    message: '"{group}" has {implementation} indicators for the period and {annual} for the year.',
    hint: 'They are paired in order and the shorter side stays blank; check them.',
  },
  'indicator-unpaired/id': {
    message: 'In "{group}" the ids {ids} stand on one side only.',
    hint: 'Give an indicator the same id for the period and for the year.',
  },

  // Content rules: indicator values.
  'cost-comparator': {
    message: 'The cost indicator "{name}" says "at least": "{value}".',
    hint: 'Costs are to be kept below a limit; use "≤".',
  },
  'percent/above': {
    message: '"{value}" is above 100 %.',
    hint: 'Check it; a growth of more than double can be given as a multiple.',
  },
  'percent/word': { message: '"{value}" uses the word "{unit}" as a unit.', hint: 'Write "{expected}".' },
  'percent/mixed': {
    message: 'The form uses both "%" ({signs} times) and "百分比" ({words} times).',
    hint: 'Use "%" throughout.',
  },
  'satisfaction-100': {
    message: 'The satisfaction indicator "{name}" is set to 100 %.',
    hint: 'Satisfaction hardly reaches 100 %; "≥90%" or the like is usual.',
  },
  'deadline-outside/annual': {
    message: 'The deadline "{value}" of the year is not in {year}.',
    hint: 'Annual targets end within the fiscal year; check the deadline.',
  },
  'deadline-outside/implementation': {
    message: 'The deadline "{value}" is not within the period of {years} years.',
    hint: 'Check the deadline, the fiscal year ({year}) and the period.',
  },

  // Content rules: writing.
  'document-number/brackets': {
    message: 'The year of a document number stands in the wrong brackets: {found}.',
    hint: 'GB/T 9704 wants 〔〕: {expected}.',
  },
  'document-number/ordinal': {
    message: 'A document number has 第 before its number: {found}.',
    hint: 'GB/T 9704 has no 第: {expected}.',
  },
  'document-number/leading-zero': {
    message: 'A document number has leading zeros: {found}.',
    hint: 'GB/T 9704 has none: {expected}.',
  },
  'document-number/trailing': {
    message: 'A document number is followed by a lone 、: {found}.',
    hint: 'Delete it, or add the next document.',
  },
  'brackets/unbalanced': {
    message: 'Brackets, title marks or quotes do not match: {found}.',
    hint: 'Add the missing mark or delete the extra one.',
  },
  'brackets/half-width': {
    message: 'Half-width marks between Chinese characters: {found}.',
    hint: 'Use full-width marks (GB/T 15834).',
  },
  'brackets/straight-quote': { message: 'Straight quotes in Chinese text: {found}.', hint: 'Use “ ” (GB/T 15834).' },
  'text-figures/years': {
    message: 'The text says "{found}" but the period is {years} years.',
    hint: 'Check the number of years.',
  },
  'text-figures/persons': {
    message: 'The text says "{found}" but the indicator says "{value}" ({name}).',
    hint: 'Check the number of persons.',
  },
  'text-figures/yearly': {
    message: 'The text says "{found}" but the annual total is {total} yuan.',
    hint: 'Check what is needed each year.',
  },
  'date/future': { message: 'The date {date} is later than today ({today}).', hint: 'Check the date.' },
  'date/far': {
    message: 'The date {date} is more than 18 months away from fiscal year {year}.',
    hint: 'Check the date and the fiscal year.',
  },
  'private-phone': {
    message: 'There is a mobile number, {found}.',
    hint: 'The form is made public; give an office telephone.',
  },
  'character/private-use': {
    message: 'There are private-use characters: {characters}.',
    hint: 'They look different on every computer; use encoded characters.',
  },
  'character/compatibility': {
    message: 'There are compatibility ideographs: {characters}.',
    hint: 'Use the ordinary characters, or searches will not find them.',
  },
  'character/radical': {
    message: 'There are radical symbols: {characters}.',
    hint: 'They usually come from copied PDF text; use the ordinary characters.',
  },
  'character/removed': {
    message: 'There are invisible characters: {characters}; they are removed in print.',
    hint: 'Delete them from the data.',
  },

  // What the testing toolkit finds on paper.
  'box-open/top': {
    message: 'Page {page}: "{cell}" has no rule above it.',
    hint: 'Every cell is closed on four sides; check the layout.',
  },
  'box-open/bottom': {
    message: 'Page {page}: "{cell}" has no rule under it.',
    hint: 'Every cell is closed on four sides; check the layout.',
  },
  'box-open/left': {
    message: 'Page {page}: "{cell}" has no rule on its left.',
    hint: 'Every cell is closed on four sides; check the layout.',
  },
  'box-open/right': {
    message: 'Page {page}: "{cell}" has no rule on its right.',
    hint: 'Every cell is closed on four sides; check the layout.',
  },
  'box-hole': {
    message: 'Page {page}: no cell stands {left}–{right} mm from the left, {top}–{bottom} mm from the top.',
    hint: 'Most likely a merged label does not stand again on this page.',
  },
  'box-overlap': {
    message: 'Page {page}: "{cell}" overlaps "{other}".',
    hint: 'Check columns and rows of the template.',
  },
  'box-outside': {
    message: 'Page {page}: "{cell}" leaves the paper.',
    hint: 'Check column widths and margins of the template.',
  },
  'text-outside/top': {
    message: 'Page {page}: the text "{text}" of "{cell}" is {distance} mm over the rule above it.',
    hint: 'Text never leaves its cell.',
  },
  'text-outside/bottom': {
    message: 'Page {page}: the text "{text}" of "{cell}" is {distance} mm over the rule under it.',
    hint: 'Text never leaves its cell.',
  },
  'text-outside/left': {
    message: 'Page {page}: the text "{text}" of "{cell}" is {distance} mm over the rule on its left.',
    hint: 'Text never leaves its cell.',
  },
  'text-outside/right': {
    message: 'Page {page}: the text "{text}" of "{cell}" is {distance} mm over the rule on its right.',
    hint: 'Text never leaves its cell.',
  },
  'label-missing': {
    message: 'Page {page}: "{words}" is missing.',
    hint: 'Merged labels and column heads stand again on every page.',
  },
  'page-number': {
    message: 'Page {page}: the page number is "{found}" and should be "{expected}".',
    hint: 'Check the page foot.',
  },
  'page-count': {
    message: 'The PDF has {found} pages, the layout {expected}.',
    hint: 'Compare the same data in the same variant.',
  },
  'line-start': {
    message: 'Page {page}: a line of "{cell}" begins with "{mark}": {line}.',
    hint: 'GB/T 15834 forbids this mark at a line start.',
  },
  'line-end': {
    message: 'Page {page}: a line of "{cell}" ends with "{mark}": {line}.',
    hint: 'GB/T 15834 forbids this mark at a line end.',
  },
  'text-incomplete/lost': {
    message: 'Page {page}: in "{cell}", "{before}" is missing after "{following}".',
    hint: 'Every character of the data is printed.',
  },
  'text-incomplete/added': {
    message: 'Page {page}: in "{cell}", "{after}" is too much after "{following}".',
    hint: 'Every character is printed once, in its own cell.',
  },
  'text-incomplete/swapped': {
    message: 'Page {page}: in "{cell}", "{before}" is swapped to "{after}" after "{following}".',
    hint: 'Characters stand in the order of the data.',
  },
  'text-incomplete/reordered': {
    message: 'Page {page}: in "{cell}", "{before}" stands as "{after}" after "{following}".',
    hint: 'Characters stand in the order of the data.',
  },
  'text-incomplete/replaced': {
    message: 'Page {page}: in "{cell}", "{after}" stands where "{before}" should, after "{following}".',
    hint: 'Every character of the data is printed.',
  },
  'text-astray': { message: 'Page {page}: "{text}" stands in no cell.', hint: 'Text never leaves its cell.' },
  'glyph-unmapped': {
    message: 'Page {page}, {x} mm from the left, {y} mm from the top: a glyph of {font} has no character.',
    hint: 'Copying and searching would lose it; check the ToUnicode map of the font.',
  },
  'bytes-unstable/second-run': {
    message: 'Printed a second time, the file differs: {differences}.',
    hint: 'The same data gives the same bytes; look for a clock or for chance.',
  },
  'bytes-unstable/key-order': {
    message: 'With the keys of the data in another order, the file differs: {differences}.',
    hint: 'The order of keys has no influence on print.',
  },
  'bytes-unstable/surroundings': {
    message: '"{document}" printed under {surroundings} differs ({found}).',
    hint: 'Time zone, locale, clock and folder have no influence on print.',
  },
  'template-not-data': {
    message: 'Variant {template} prints otherwise after it was saved as JSON and read back.',
    hint: 'A template is plain data without functions, dates or undefined.',
  },
  'peer-missing': {
    message: 'The package {package} is missing: {reason}.',
    hint: 'Run npm install --save-dev {package}.',
  },
  'pdf-unreadable': {
    message: 'This is no PDF that can be read.',
    hint: 'Check that the file is whole and has no password.',
  },
  'pdf-unreadable/file': {
    message: '{file} is no PDF that can be read.',
    hint: 'Check that the file is whole and has no password.',
  },
  'picture-unreadable': {
    message: 'The picture {file} cannot be read: {reason}.',
    hint: 'Check the file, or write it anew with -u.',
  },
  'layout-unreadable': {
    message: 'Line {line} of the layout snapshot cannot be read: {found}.',
    hint: 'Check the file, or write it anew with -u.',
  },
  'layout-unreadable/file': {
    message: '{file} is neither a PDF nor a layout.',
    hint: 'Give a PDF, the JSON that jixiao layout writes, or a layout snapshot.',
  },
  'page-too-large': {
    message: 'At {dpi} dpi page {page} is {width}×{height} pixels, more than memory holds.',
    hint: 'Give a lower resolution (--dpi or dpi), at the least 20.',
  },
  'page-unknown': {
    message: 'There is no page {page}; there are {pages}.',
    hint: 'Give a page number from 1 to {pages}.',
  },
  'diff-mixed': {
    message: '{first} is {firstKind}, {second} is {secondKind}; they cannot be compared.',
    hint: 'Give two PDFs or two layout files.',
  },
}
