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
  'unknown-key': { message: 'There is no "{key}".', hint: 'Delete it, or correct the key.' },
  'unknown-key/suggestion': { message: 'There is no "{key}".', hint: 'Did you mean "{suggestion}"?' },
  'wrong-type/text': { message: 'Expected text, found {found}.', hint: 'Put it in double quotes; blank text is "".' },
  'wrong-type/amount': {
    message: 'Expected an amount, found {found}.',
    hint: 'Write a number or text such as "1234.50", in yuan; blank is null.',
  },
  'wrong-type/integer': {
    message: 'Expected a whole number, found {found}.',
    hint: 'Write a whole number such as 2023, without quotes; not yet known is null.',
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
  'wrong-choice': { message: '{found} is not one of the choices.', hint: 'Use one of {allowed}.' },
  'form-unknown': { message: 'There is no form "{found}".', hint: 'Forms: {forms}.' },
  'format-version-unknown': {
    message: 'The data has format version {found}; the newest known is {newest}.',
    hint: 'Use 1 to {newest}, or a newer release of this software.',
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
  'font-unreadable': {
    message: 'The font file {file} cannot be read: {reason}.',
    hint: 'Use an intact TTF, OTF or TTC file.',
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
  'not-printed': {
    message: 'The template "{template}" does not print this field: "{value}" is left out.',
    hint: 'Choose a template that prints it, or empty the field.',
  },
  'amount-derived': {
    message: 'The amount is not in the data; it was added up from {sources}: {value}.',
    hint: 'Check it, or give it in the data.',
  },

  // Options, files and the command line.
  'option-invalid': {
    message: 'The value "{found}" of {option} is wrong: {reason}.',
    hint: 'Correct it and try again.',
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

  internal: {
    message: 'The program failed: {reason}.',
    hint: 'The data is not at fault; please report it to the developers together with this sentence.',
  },

  // Content rules: amounts.
  'money-total': {
    message: '{total} yuan is not the sum of its sources, {sum} yuan; the difference is {difference} yuan.',
    hint: 'Check the total and its sources.',
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
}
