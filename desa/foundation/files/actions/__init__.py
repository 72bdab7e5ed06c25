from desa.foundation.files.actions.contents import (
    put_content,
    register_file,
    release_file,
    sweep_unclaimed,
)
from desa.foundation.files.actions.photos import pixelate, shrink_photo

__all__ = [
    "pixelate",
    "put_content",
    "register_file",
    "release_file",
    "shrink_photo",
    "sweep_unclaimed",
]
