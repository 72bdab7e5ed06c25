import io

import segno

# Drawn where the code of the finished paper will be, so that the preview breaks its pages alike.
EMPTY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
    '<rect x="2" y="2" width="36" height="36" fill="none" stroke="#888" stroke-dasharray="2 2"/></svg>'
)


def qr_svg(link: str) -> str:
    """The link as a QR drawing with a quiet zone of four modules; "" gives ""."""
    if not link:
        return ""
    drawing = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        drawing, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None
    )
    return drawing.getvalue().decode()
