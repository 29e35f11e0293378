# cython: language_level=3, boundscheck=False, wraparound=False
"""The parser's functions in C, and what an element's attributes are.

They are those that lexbor exports for other languages (`…_noi`), so that nothing is assumed of how it lays out a node.
Where the parser's module does not show them, as on Windows, importing this fails, and pages are read in Python.
"""

import ctypes

from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stdint cimport uintptr_t
from libc.string cimport memcmp

from selectolax import lexbor


def _functions():
    """The parser's functions, by name."""
    names = (
        "lxb_dom_node_parent_noi", "lxb_dom_node_first_child_noi", "lxb_dom_node_next_noi", "lxb_dom_node_tag_id_noi",
        "lxb_dom_node_text_content", "lxb_dom_element_qualified_name", "lxb_dom_element_first_attribute_noi",
        "lxb_dom_element_next_attribute_noi", "lxb_dom_attr_qualified_name", "lxb_dom_attr_value_noi",
        "lxb_dom_node_type_noi", "lxb_dom_document_destroy_text_noi",
    )  # fmt: skip
    try:
        library = ctypes.CDLL(lexbor.__file__)
        return [ctypes.cast(getattr(library, name), ctypes.c_void_p).value for name in names]
    except (AttributeError, OSError) as error:
        raise ImportError(f"{lexbor.__file__} does not export what is needed: {error}") from error


_found = _functions()
parent_of = <Step><uintptr_t>_found[0]
child_of = <Step><uintptr_t>_found[1]
next_of = <Step><uintptr_t>_found[2]
number_of = <Number><uintptr_t>_found[3]
text_of = <Chars><uintptr_t>_found[4]
tag_of = <Chars><uintptr_t>_found[5]
attribute_of = <Step><uintptr_t>_found[6]
attribute_behind = <Step><uintptr_t>_found[7]
name_of = <Chars><uintptr_t>_found[8]
cdef Chars chars_of = <Chars><uintptr_t>_found[9]
kind_of = <Kind><uintptr_t>_found[10]
give_back = <Give><uintptr_t>_found[11]


cdef object value_in(Pointer element, bytes wanted):
    """What an element states in an attribute, nothing where it has none."""
    cdef Pointer attribute = attribute_of(element)
    cdef const char *name
    cdef size_t size = 0
    while attribute != NULL:
        name = name_of(attribute, &size)
        if size == <size_t>len(wanted) and memcmp(name, <const char *>wanted, size) == 0:
            return value_of(attribute)
        attribute = attribute_behind(attribute)
    return None


cdef object value_of(Pointer attribute):
    """The value of an attribute, nothing where it has none."""
    cdef size_t size = 0
    cdef const char *value = chars_of(attribute, &size)
    return PyUnicode_DecodeUTF8(value, size, "replace") if value != NULL else None


cdef bint is_space(const char *data, size_t size) noexcept nogil:
    """Whether a text is white space as HTML has it."""
    cdef size_t at
    for at in range(size):
        if data[at] not in (b" ", b"\n", b"\t", b"\r", b"\f"):
            return False
    return True
