"""Strategies for what the region tables hold beside the regions, and for what a text was found to mean."""

from hypothesis import strategies as st

from pmm_core import regions
from pmm_core.regions import Alias, FormerCode, Kabupaten, Resolution
from pmm_core.testing._regions import region_spellings


def aliases() -> st.SearchStrategy[Alias]:
    """Generate the other spellings of the bundled regions.

    Returns:
        A strategy for `pmm_core.regions.aliases`; shrinks to the first.

    >>> from hypothesis import find as simplest
    >>> simplest(aliases(), lambda alias: alias.kabupaten.key == "31.01").kabupaten
    <Kabupaten 31.01 Kabupaten Administrasi Kepulauan Seribu>
    """
    return st.sampled_from(regions.aliases())


def former_codes() -> st.SearchStrategy[FormerCode]:
    """Generate the former codes of the bundled regions.

    Returns:
        A strategy for `pmm_core.regions.former_codes`; shrinks to the first.

    >>> from hypothesis import find as simplest
    >>> simplest(former_codes(), lambda former: former.kabupaten.key == "93.01").code.text
    '91.01'
    """
    return st.sampled_from(regions.former_codes())


def resolutions(*, kabupaten: st.SearchStrategy[Kabupaten] | None = None) -> st.SearchStrategy[Resolution]:
    """Generate what texts were found to mean, matched in every way.

    Args:
        kabupaten: where the regions come from, bundled ones only; all of them where it is left out.

    Returns:
        A strategy for resolutions; drawing from it raises ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import find as simplest
    >>> simplest(resolutions(), lambda found: True).matched
    MatchedBy.OFFICIAL_NAME
    """
    return region_spellings(kabupaten=kabupaten).map(_resolved)


def _resolved(pair: tuple[str, Kabupaten]) -> Resolution:
    return regions.resolve(pair[0])
