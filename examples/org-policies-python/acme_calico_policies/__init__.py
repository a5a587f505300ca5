from .owner_label import OwnerLabel
from .presets import acme_release, acme_sandbox
from .web_service import WebService
from .wide_block import WideBlock

__all__ = ["OwnerLabel", "WebService", "WideBlock", "acme_release", "acme_sandbox"]
