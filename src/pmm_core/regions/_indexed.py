"""What each writing of a bundled region means, put in place while this file is loaded; see `made_once`."""

from typing import Final

from pmm_core.regions._index import Index, put_in_place

INDEX: Final[Index] = put_in_place()
