"""Asks pyHanko about signed PDFs. Arguments: a folder of trusted certificates in DER, then PDFs; prints one JSON list a PDF, one line each."""
import io
import json
import pathlib
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

roots = [load_cert_from_pemder(str(path)) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.der"))]


def attribute_names(signed_attrs):
    return sorted(attr["type"].native for attr in signed_attrs)


def judge(signature):
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    info = signature.signer_info
    obj = signature.sig_object
    return {
        "field": signature.field_name,
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "bottomLine": status.bottom_line,
        "coverage": status.coverage.name,
        "modification": status.modification_level.name if status.modification_level else None,
        "docMdpOk": status.docmdp_ok,
        "docMdp": signature.docmdp_level.value if signature.docmdp_level else None,
        "mechanism": status.pkcs7_signature_mechanism,
        "digest": status.md_algorithm,
        "attributes": attribute_names(info["signed_attrs"]),
        "unsigned": len(info["unsigned_attrs"]) if info["unsigned_attrs"].native else 0,
        "subFilter": str(obj["/SubFilter"]),
        "time": str(obj["/M"]),
        "hasCert": "/Cert" in obj,
        "name": str(obj.get("/Name")),
    }


def judge_file(path):
    try:
        reader = PdfFileReader(io.BytesIO(pathlib.Path(path).read_bytes()), strict=True)
        return [judge(signature) for signature in reader.embedded_signatures]
    except Exception as error:  # any refusal is a verdict
        return {"error": f"{type(error).__name__}: {error}"}


for path in sys.argv[2:]:
    print(json.dumps(judge_file(path)))
