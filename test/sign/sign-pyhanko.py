"""Signs a PDF with pyHanko, metadata left alone. Arguments: a folder with key.pem, cert.pem and in.pdf, to which the signed PDFs go; the box of what is visible, in points."""
import pathlib
import sys

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import TextStampStyle

folder = pathlib.Path(sys.argv[1])
signer = signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "cert.pem"))
BOX = tuple(float(side) for side in sys.argv[2].split(","))


class Writer(IncrementalPdfFileWriter):
    def _update_meta(self):
        """pyHanko names itself in the metadata of whatever it writes."""


def sign(source, target, field, spec=None, style=None, **metadata):
    with open(folder / source, "rb") as pdf, open(folder / target, "wb") as signed:
        signers.PdfSigner(
            signers.PdfSignatureMetadata(field_name=field, reason="同意", location="x", name="张三", **metadata),
            signer,
            stamp_style=style,
            new_field_spec=spec,
        ).sign_pdf(Writer(pdf), output=signed)


def visible(field, **more):
    return fields.SigFieldSpec(field, on_page=0, box=BOX, **more)


sign("in.pdf", "invisible.pdf", "A")
sign("in.pdf", "certified.pdf", "A", certify=True, subfilter=fields.SigSeedSubFilter.PADES)
sign("in.pdf", "stamped.pdf", "A", visible("A"), TextStampStyle(stamp_text="%(signer)s %(ts)s"))
locked = visible("A", field_mdp_spec=fields.FieldMDPSpec(fields.FieldMDPAction.ALL))
sign("in.pdf", "locked.pdf", "A", locked)
sign("stamped.pdf", "twice.pdf", "B")
