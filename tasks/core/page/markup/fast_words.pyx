# cython: language_level=3, boundscheck=False, wraparound=False
"""What the words of class and id names say together, as `words` has it, in a third to a half of the time.

A page of a site not met before has some fifty names that are new.
"""

from cpython.unicode cimport PyUnicode_DecodeASCII


def bits_of(str names, dict bits):
    """The bits of all words of some names."""
    cdef long found = 0
    for word in _words(names):
        bit = bits.get(word)
        if bit is not None:
            found |= <long>bit
    return found


def span_of(str names, dict weights):
    """The weights of all words of some names."""
    cdef double low = 0, high = 0, weight
    for word in _words(names):
        known = weights.get(word)
        if known is not None:
            weight = known
            low, high = min(low, weight), max(high, weight)
    return low, high


cdef list _words(str names):
    """The words, in small letters: `[a-z]{2,}|[A-Z](?:[a-z]+|[A-Z]+(?![a-z]))`."""
    cdef Py_ssize_t size, start, at = 0
    # Without what UTF-8 cannot write, which parts words as any other sign does.
    cdef bytes whole = names.encode("utf-8", "replace")
    cdef const char *data = whole
    cdef bytes lowered = whole.lower()
    cdef const char *small = lowered
    cdef list found = []
    size = len(whole)
    while at < size:
        start = at
        if _is_small(data[at]):
            at = _behind_small(data, at, size)
        elif not _is_capital(data[at]):
            at += 1
            continue
        elif at + 1 < size and _is_small(data[at + 1]):
            at = _behind_small(data, at + 1, size)
        else:
            while at < size and _is_capital(data[at]):
                at += 1
            if at < size and _is_small(data[at]):
                at -= 1  # the last capital begins the next word
        if 2 <= at - start:
            found.append(PyUnicode_DecodeASCII(small + start, at - start, NULL))
    return found


cdef inline bint _is_small(char sign) noexcept:
    return b"a" <= sign <= b"z"


cdef inline bint _is_capital(char sign) noexcept:
    return b"A" <= sign <= b"Z"


cdef inline Py_ssize_t _behind_small(const char *data, Py_ssize_t at, Py_ssize_t size) noexcept:
    while at < size and _is_small(data[at]):
        at += 1
    return at
